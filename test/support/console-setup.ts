import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, type MockInstance, vi } from 'vitest'

/** Where tests put the handlers of the service that they started. */
export const network = setupServer()

// Only what never comes takes as long, however busy the machine is.
configure({ asyncUtilTimeout: 60_000 })

let complaints: MockInstance[] = []

beforeAll(() => {
  network.listen({ onUnhandledFrame: 'error' })
  shimBrowser()
})

beforeEach(() => {
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

afterEach(() => {
  cleanup()
  network.resetHandlers()
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
  for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

afterAll(() => network.close())

/** What jsdom lacks: that it is at a page of this machine, with a mouse, modal dialogs that give the focus back, popovers that a button opens, and scrolling. */
function shimBrowser() {
  Object.defineProperty(window, 'isSecureContext', { get: () => true, configurable: true })
  Object.defineProperty(window, 'matchMedia', {
    value: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    writable: true,
  })
  const openers = new WeakMap<HTMLDialogElement, Element | null>()
  HTMLDialogElement.prototype.showModal = function () {
    openers.set(this, document.activeElement)
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
    const opener = openers.get(this)
    if (opener instanceof HTMLElement) opener.focus()
  }
  HTMLElement.prototype.hidePopover = () => {}
  HTMLElement.prototype.scrollIntoView = () => {}
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('[popovertarget]')
    const panel = button && document.getElementById(button.getAttribute('popovertarget') ?? '')
    if (panel) panel.style.display = 'block'
  })
}
