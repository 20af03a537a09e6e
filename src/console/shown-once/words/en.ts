/** What is asked before something that is shown once is left. */
export const words = {
  title: 'Leave without keeping it?',
  advice: 'What is made here is shown only once: after you leave, nobody can show it to you again.',
  leave: 'Leave',
  stay: 'Stay',
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
