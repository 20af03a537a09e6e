import type { ListedUser } from '#contract/users.ts'

/** What someone is called; whoever is invited by e-mail alone says their name later. */
export const callNameOf = ({ name, email }: Pick<ListedUser, 'name' | 'email'>) =>
  name === '' ? email : name
