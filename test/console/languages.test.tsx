import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { languages } from '#console/messages/language.ts'
import { languageNames } from '#console/messages/languages.ts'
import { pages } from '#console/pages.ts'
import { openConsole, openImplementation, turnOn } from './open-console.tsx'
import { catalogs } from '../support/catalogs.ts'

const { sv } = catalogs

type Opened = Awaited<ReturnType<typeof openConsole>>

async function openChoices({ user }: Opened) {
  await user.click(await screen.findByRole('button', { name: 'Language' }))
  return within(screen.getByRole('radiogroup', { name: 'Language' }))
}

async function choose(opened: Opened, name: string) {
  await opened.user.click((await openChoices(opened)).getByRole('radio', { name }))
}

describe('the choice of language', () => {
  it('offers each by its own name, marked as in that language', async () => {
    const choices = await openChoices(await openImplementation('off'))

    const radios = choices.getAllByRole('radio')

    expect(radios.map((radio) => radio.closest('label')?.textContent)).toEqual(Object.values(languageNames))
    expect(radios.map((radio) => radio.closest('label')?.lang)).toEqual(languages)
    expect(choices.getByRole('radio', { name: 'English' })).toBeChecked()
  })

  it('shows the page, its title and its language anew at once, and is remembered by its code alone', async () => {
    const opened = await openImplementation('off')
    const before = opened.requests.length

    await choose(opened, 'Svenska')

    expect(await screen.findByRole('switch', { name: 'Kräv autentisering' })).toBeVisible()
    expect(screen.getByRole('radio', { name: 'Svenska' })).toHaveFocus()
    expect(document.documentElement.lang).toBe('sv')
    expect(document.title).toBe('Implementering – Profile API Console')
    expect(Object.entries(localStorage)).toEqual([['language', 'sv']])
    expect(opened.requests).toHaveLength(before)
  })

  it('keeps what was typed at sign-in', async () => {
    const opened = await openConsole(pages.signIn.path, 'signed-out')
    await opened.user.type(await screen.findByLabelText('E-mail'), 'ana@')

    await choose(opened, 'Français')

    expect(await screen.findByLabelText('Adresse e-mail')).toHaveValue('ana@')
  })

  it('is followed by the other tabs', async () => {
    await openImplementation('off')

    localStorage.setItem('language', 'es')
    window.dispatchEvent(new StorageEvent('storage', { key: 'language' }))

    expect(await screen.findByRole('switch', { name: 'Requerir autenticación' })).toBeVisible()
  })
})

describe('an error of the service', () => {
  it('is told in the language of the reader, with who was first', async () => {
    const opened = await openImplementation('off')
    const { user, operator } = opened
    await choose(opened, 'Svenska')
    await operator.call('PATCH', '/northwindretail/target/clients/settings', { locale: 'en_US' })

    await user.click(await screen.findByRole('switch', { name: sv.implementation.requireAuthentication }))
    await turnOn(user, sv.callers.turnOn)

    const told =
      /^Inställningarna är inte längre de du såg: Olivia Park ändrade dem den \d+ \p{L}+ \d{4} kl\. /u
    expect(await screen.findByText(told)).toBeVisible()
  })
})
