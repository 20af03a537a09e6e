import type { Held } from '#service/users/held.ts'

/** Roles as every store keeps them: by workspace. */
export const byWorkspace = ({ roles }: Pick<Held, 'roles'>): Held['roles'] =>
  roles.toSorted((one, other) => (one.workspace < other.workspace ? -1 : 1))
