import { createElement, use, useEffect, type ComponentType } from 'react'
import { initialLanguage } from './language-choice.ts'
import { loadPart, readableAtOnce } from './lazy-part.ts'
import { loadLazyWords } from './lazy-words/lazy-words.ts'
import { loadDrawings } from './ui/Icon.tsx'

/** A page, or a card or dialog of one, that comes with its words when it is needed. */
export type LazyComponent<Props> = {
  Component: ComponentType<Props>
  /** Has its code and its words there. @throws MissingPartError when they do not come */
  prepare: () => Promise<unknown>
}

/** Code, words and the drawings that all lazy parts share come side by side, once. */
export function lazyComponent<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyComponent<Props> {
  let coming: Promise<ComponentType<Props>> | undefined
  const loadWithWords = async () => {
    // In the language that is likely shown; the component itself waits for the one that is.
    const words = loadLazyWords(initialLanguage()).catch(() => {})
    const drawings = loadDrawings().catch(() => {})
    const [part] = await Promise.all([load(), words, drawings])
    return part.default
  }
  const prepare = () => (coming ??= readableAtOnce(loadPart(loadWithWords)))
  const Component = (props: Props) => createElement(use(prepare()), props)
  return { prepare, Component }
}

/** Asks for parts once the page is shown, so that a key that opens one does not have to wait. */
export function usePrepared(...parts: Pick<LazyComponent<never>, 'prepare'>[]): void {
  useEffect(() => {
    for (const { prepare } of parts) void prepare().catch(() => {})
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a page's parts are always the same
  }, [])
}
