/** What the panels of the bar say. */
export const words = {
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  yourAccount: 'Your account',
  signOut: 'Sign out',
  languageMissing: (name: string) =>
    `${name} could not be loaded. Check your connection, load the page again, then choose it once more.`,
}

export type Words = typeof words
