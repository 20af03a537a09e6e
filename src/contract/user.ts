import * as v from 'valibot'
import { Role } from './roles.ts'

export const User = v.object({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  /** Administrator of the product: every permission in every workspace. */
  sysadmin: v.boolean(),
  /** One in each workspace. */
  roles: v.array(v.object({ workspace: v.string(), role: Role })),
})
export type User = v.InferOutput<typeof User>
