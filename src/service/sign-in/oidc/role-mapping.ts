import * as v from 'valibot'
import { Role } from '#contract/roles.ts'
import { RoleAssignment } from '#contract/users.ts'
import type { Held } from '../../users/held.ts'

/** What somebody holds whose claim has that value, or, with `*`, any. */
type RoleRule = { claim: string; value: string; held: Held }
export type RoleMapping = readonly RoleRule[]

/** All that a provider says of a person, by name. */
export type Claims = Readonly<Record<string, unknown>>

/** A mapping is not written as it must be: why, with no word of what it says. */
export class RoleMappingError extends Error {
  override name = 'RoleMappingError'
}

const ARROW = '->'
const SYSADMIN = 'sysadmin'

/**
 * Reads a mapping such as `groups=profile-approvers -> approver@default; groups=it -> admin@default, sysadmin`: rules
 * apart by semicolons or lines, each a claim with a value and the roles of whoever has it. `*` is any value.
 *
 * @throws RoleMappingError with a sentence for the first fault
 */
export function roleMappingFrom(text: string): RoleMapping {
  const rules = text.split(/[;\n]/).filter((rule) => rule.trim() !== '')
  if (rules.length === 0) throw new RoleMappingError('it has no rule')
  return rules.map((rule, index) => ruleFrom(rule, `rule ${index + 1}`))
}

function ruleFrom(text: string, which: string): RoleRule {
  const [condition = '', roles, ...rest] = text.split(ARROW)
  if (roles === undefined || rest.length > 0) {
    throw new RoleMappingError(`${which} must have one ${ARROW} between a claim and roles`)
  }
  const equals = condition.indexOf('=')
  const [claim, value] = [condition.slice(0, Math.max(equals, 0)).trim(), condition.slice(equals + 1).trim()]
  if (claim === '' || value === '') {
    throw new RoleMappingError(`${which} must begin with a claim and its value, such as groups=approvers`)
  }
  return { claim, value, held: heldFrom(roles, which) }
}

function heldFrom(text: string, which: string): Held {
  const names = text.split(',').map((name) => name.trim())
  const held: Held = { sysadmin: names.includes(SYSADMIN), roles: [] }
  for (const name of names.filter((one) => one !== SYSADMIN)) {
    const [role, workspace, ...rest] = name.split('@')
    const assignment = v.safeParse(RoleAssignment, { role, workspace })
    if (!assignment.success || rest.length > 0) {
      throw new RoleMappingError(
        `${which} must give roles such as approver@default or ${SYSADMIN}, apart by commas; the roles are ${Role.options.join(', ')}`,
      )
    }
    if (held.roles.some((other) => other.workspace === workspace)) {
      throw new RoleMappingError(`${which} gives two roles in one workspace`)
    }
    held.roles.push(assignment.output)
  }
  return held
}

/** What a person holds by a mapping: of all rules that are met, in each workspace the highest role. */
export function heldBy(mapping: RoleMapping, claims: Claims): Held {
  const met = mapping.filter(({ claim, value }) => hasValue(claimIn(claims, claim), value))
  const highest = new Map<string, Role>()
  for (const { workspace, role } of met.flatMap(({ held }) => held.roles)) {
    const other = highest.get(workspace)
    if (other === undefined || rankOf(role) > rankOf(other)) highest.set(workspace, role)
  }
  return {
    sysadmin: met.some(({ held }) => held.sysadmin),
    roles: [...highest].map(([workspace, role]) => ({ workspace, role })),
  }
}

const rankOf = (role: Role) => Role.options.indexOf(role)

/** A claim by its name, which may hold dots; else by the way to it, as in `realm_access.roles`. */
function claimIn(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  const [first = '', ...rest] = name.split('.')
  const inner = rest.length > 0 && Object.hasOwn(claims, first) ? claims[first] : undefined
  return isClaims(inner) ? claimIn(inner, rest.join('.')) : undefined
}

const isClaims = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function hasValue(claim: unknown, value: string): boolean {
  const values = [claim].flat().filter((one) => one !== undefined && one !== null && one !== '')
  return value === '*' ? values.length > 0 : values.some((one) => !isClaims(one) && String(one) === value)
}
