import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from '#contract/features.ts'
import { pages, pathsOf } from '#console/pages.ts'
import { documentOf } from '#console/pages/docs/documents.ts'
import { openConsole } from './open-console.tsx'

const DOCUMENTS = ['going-live', 'api', 'roles', 'operating', 'security'] as const

// So that no test waits for files.
beforeAll(async () => {
  await Promise.all(DOCUMENTS.map(documentOf))
})

it.each(pathsOf(pages.documentation))('%s can be read by whoever is signed out', async (path) => {
  const { requests } = await openConsole(path, 'signed-out')

  expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(location.pathname).toBe(path)
  expect(requests.filter((request) => request.includes('/console/'))).toEqual([])
})

it('leads from one document to a place in another', async () => {
  const { user } = await openConsole('/docs/operating', 'signed-out')
  await screen.findByRole('heading', { name: 'Operating', level: 1 })

  await user.click(screen.getByRole('link', { name: 'Going live, step by step' }))

  expect(await screen.findByRole('heading', { name: 'Going live, step by step', level: 1 })).toBeVisible()
  expect(location.pathname).toBe('/docs/going-live')
})

it('links to nothing that the console does not show', async () => {
  await openConsole('/docs/security', 'signed-out')
  const text = within(await screen.findByRole('article'))

  const places = text.getAllByRole('link').map((link) => link.getAttribute('href') ?? '')

  expect(places.length).toBeGreaterThan(10)
  for (const place of places) expect(place).toMatch(/^(?:https:\/\/|#[\w-]+$|\/docs\/[\w-]+(?:#[\w-]+)?$)/)
})

it('tells of a document that is not there', async () => {
  await openConsole('/docs/nothing', 'off')

  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible()
})

it('is reached from every page, and leads back', async () => {
  const { user } = await openConsole(pages.account.path, 'off')

  await user.click(screen.getByRole('link', { name: 'Documentation', hidden: true }))
  expect(await screen.findByRole('heading', { name: 'Documentation', level: 1 })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Back to the console', hidden: true }))

  expect(await screen.findByRole('switch')).toBeVisible()
})

describe('the reference', () => {
  it('says of a call what it takes and what it answers', async () => {
    const { user } = await openConsole('/docs/reference', 'signed-out')
    const call = within(await screen.findByRole('region', { name: 'Admin API' }))

    await user.click(call.getByText('Generate a token'))

    expect(call.getByRole('table', { name: 'Parameters' })).toHaveTextContent(/tenant/)
    expect(call.getAllByText(/expiresIn/)[0]).toBeVisible()
    expect(call.getByText(/Refused: .*too-many-tokens/)).toBeVisible()
  })

  it('has every call that there is', async () => {
    await openConsole('/docs/reference', 'signed-out')

    await screen.findByRole('region', { name: 'Admin API' })

    expect(document.querySelectorAll('main details')).toHaveLength(operations.length)
  })
})
