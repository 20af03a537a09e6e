/** What the documentation has, in the order in which it is listed. */
export const listed = [
  'console',
  'going-live',
  'api',
  'reference',
  'roles',
  'keyboard',
  'operating',
  'security',
] as const

type Listed = (typeof listed)[number]

export const isListed = (name: string): name is Listed => listed.some((one) => one === name)
