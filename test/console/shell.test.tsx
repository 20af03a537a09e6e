import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pages } from '#contract/paths.ts'
import { openConsole, openImplementation } from './open-console.tsx'

describe('navigation', () => {
  it('holds only the pages there are, and marks the one that is shown', async () => {
    const { user } = await openImplementation('off')

    await user.click(screen.getByRole('button', { name: 'Pages' }))

    const links = within(screen.getByRole('navigation', { name: 'Pages' })).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual(['Implementation'])
    expect(links[0]).toHaveAttribute('aria-current', 'page')
  })

  it('says of an unknown address that there is no page, and leads on', async () => {
    const { user } = await openConsole('/nowhere', 'off')

    await user.click(await screen.findByRole('link', { name: 'Go to Implementation' }))

    expect(await screen.findByRole('switch')).toBeVisible()
    expect(location.pathname).toBe(pages.implementation)
  })
})

describe('the user menu', () => {
  it('tells who is signed in and with which role', async () => {
    await openImplementation({ role: 'publisher' })

    expect(screen.getByText('Ana Ortiz')).toBeInTheDocument()
    expect(screen.getByText('ana@example.com')).toBeInTheDocument()
    expect(screen.getByText('Publisher')).toBeInTheDocument()
  })
})

describe('the theme', () => {
  it('is chosen, shown at once and remembered', async () => {
    const { user } = await openImplementation('off')

    await user.click(screen.getByRole('button', { name: 'Theme' }))
    await user.click(screen.getByRole('radio', { name: 'Dark' }))

    expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
    expect(localStorage.getItem('theme')).toBe('dark')
  })
})
