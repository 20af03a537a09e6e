import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sheet = readFileSync('src/console/styles/tokens.css', 'utf8')
const [always = '', more = ''] = sheet.split('@media (prefers-contrast: more)')

/** What the page, cards and what lies in them are on. */
const grounds = ['ground', 'surface', 'surface-sunken', 'surface-hover']
const tones = ['success', 'warning', 'error', 'info']
const toneGrounds = tones.map((tone) => `${tone}-ground`)

/** `a on b`, of each with each. */
const each = (fronts: string[], backs: string[]) =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back })))

/** What is read, and on what it stands. */
const texts = [
  ...each(
    ['text', 'text-muted', 'accent-text', 'success-text', 'warning-text', 'error-text', 'info-text'],
    grounds,
  ),
  ...each(['text', 'text-muted'], toneGrounds),
  ...tones.flatMap((tone) => each([`${tone}-text`], [`${tone}-ground`])),
  ...each(['text', 'text-muted', 'accent-text'], ['accent-ground']),
  ...each(['on-accent'], ['accent', 'accent-hover']),
  ...each(['on-danger'], ['danger', 'danger-hover']),
]

/** What tells a control, its state, the focus or a column of a chart, and what it must be told from. */
const shapes = [
  ...each(['line-control', 'accent', 'danger', 'error', 'focus'], [...grounds, ...toneGrounds]),
  ...each(['knob'], ['line-control', 'accent']),
  ...each(['focus'], ['accent-ground']),
  ...each(['chart-current', 'chart-open', 'chart-refused'], ['surface']),
  ...each(['chart-open'], ['chart-open-ground']),
]

/** What parts one thing from another where nothing depends on it, unless people ask for more. */
const lines = each(['line', 'line-soft', ...tones.map((tone) => `${tone}-line`)], ['surface'])

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it('text is told from what it is on by 4.5, controls, states and the focus by 3', () => {
    const colours = coloursOf(theme, always)

    expect(below(4.5, texts, colours)).toEqual([])
    expect(below(3, shapes, colours)).toEqual([])
  })

  it('people who ask for more contrast have text by 7, controls by 4.5 and lines by 3', () => {
    const colours = new Map([...coloursOf(theme, always), ...coloursOf(theme, more)])

    expect(below(7, texts, colours)).toEqual([])
    expect(below(4.5, shapes, colours)).toEqual([])
    expect(below(3, lines, colours)).toEqual([])
  })
})

it('every colour has been compared', () => {
  const compared = new Set([...texts, ...shapes, ...lines].flatMap(({ front, back }) => [front, back]))

  expect([...coloursOf('light', always).keys()].filter((name) => !compared.has(name))).toEqual([])
})

/** The colours that are declared for both themes, of one of them. */
function coloursOf(theme: 'light' | 'dark', css: string): Map<string, string> {
  const declared = css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)
  return new Map(
    [...declared].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]),
  )
}

function below(least: number, pairs: { front: string; back: string }[], colours: Map<string, string>) {
  return pairs
    .map(({ front, back }) => ({ front, back, ratio: contrast(colours.get(front), colours.get(back)) }))
    .filter(({ ratio }) => !(ratio >= least))
    .map(({ front, back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`)
}

/** As WCAG 2 defines it: 1 to 21. */
function contrast(one = '', other = ''): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
