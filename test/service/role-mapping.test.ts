import { describe, expect, it } from 'vitest'
import { heldBy, roleMappingFrom } from '#service/sign-in/oidc/role-mapping.ts'

const NOTHING = { sysadmin: false, roles: [] }
const on = (workspace: string, role: string) => ({ workspace, role })

describe('a mapping', () => {
  it.each([
    ['', 'it has no rule'],
    [' ; ', 'it has no rule'],
    ['groups=a', 'rule 1 must have one -> between a claim and roles'],
    ['groups=a -> observer@default; groups=b', 'rule 2 must have one -> between'],
    ['groups=a -> observer@default -> sysadmin', 'rule 1 must have one -> between'],
    ['groups -> observer@default', 'rule 1 must begin with a claim and its value'],
    ['=a -> observer@default', 'rule 1 must begin with a claim and its value'],
    ['groups= -> observer@default', 'rule 1 must begin with a claim and its value'],
    ['groups=a -> ', 'rule 1 must give roles such as approver@default'],
    ['groups=a -> owner@default', 'rule 1 must give roles such as approver@default'],
    ['groups=a -> approver', 'rule 1 must give roles such as approver@default'],
    ['groups=a -> approver@De fault', 'rule 1 must give roles such as approver@default'],
    ['groups=a -> approver@default@eu', 'rule 1 must give roles such as approver@default'],
    ['groups=a -> sysadmin@default', 'rule 1 must give roles such as approver@default'],
    ['groups=a -> approver@default, admin@default', 'rule 1 gives two roles in one workspace'],
  ])('is refused where it reads %j', (text, sentence) => {
    expect(() => roleMappingFrom(text)).toThrow(sentence)
  })

  it('says nothing of what it was given', () => {
    expect(() => roleMappingFrom('department=secret project')).toThrow(
      /^rule 1 must have one -> between a claim and roles$/,
    )
  })

  it('is written on lines as well as with semicolons', () => {
    const rules = ['groups=a -> observer@default', 'groups=b -> sysadmin, admin@shop']

    expect(roleMappingFrom(`\n${rules.join('\n')}\n`)).toEqual(roleMappingFrom(rules.join('; ')))
  })
})

describe('what somebody holds by it', () => {
  it.each([
    ['one of several groups', 'groups=b -> approver@default', { groups: ['a', 'b'] }],
    ['a claim with one value', 'department=CRM -> approver@default', { department: 'CRM' }],
    [
      'a value with blanks, commas and equals signs',
      'groups=cn=CRM, ou=Acme -> approver@default',
      { groups: ['cn=CRM, ou=Acme'] },
    ],
    [
      'a claim whose name is an address',
      'https://acme.com/groups=a -> approver@default',
      { 'https://acme.com/groups': ['a'] },
    ],
    [
      'a claim within a claim',
      'realm_access.roles=a -> approver@default',
      { realm_access: { roles: ['a'] } },
    ],
    ['a claim that is no text', 'staff=true -> approver@default', { staff: true }],
    ['any value', 'sub=* -> approver@default', { sub: 'ana' }],
  ])('follows from %s', (_, mapping, claims) => {
    expect(heldBy(roleMappingFrom(mapping), claims)).toEqual({
      sysadmin: false,
      roles: [on('default', 'approver')],
    })
  })

  it.each([
    ['another value', { groups: ['approvers-of-another'] }],
    ['a value that only begins so', { groups: ['approvers2'] }],
    ['another case', { groups: ['Approvers'] }],
    ['no such claim', { name: 'approvers' }],
    ['an empty list', { groups: [] }],
    ['a claim that is a structure', { groups: [{ toString: 'approvers' }] }],
    ['nothing at all', {}],
  ])('is nothing with %s', (_, claims) => {
    expect(heldBy(roleMappingFrom('groups=approvers -> approver@default'), claims)).toEqual(NOTHING)
  })

  it.each([[{ groups: [] }], [{ groups: '' }], [{ groups: null }], [{}]])(
    'is nothing by any value of %j',
    (claims) => {
      expect(heldBy(roleMappingFrom('groups=* -> observer@default'), claims)).toEqual(NOTHING)
    },
  )

  it('does not come from what every object has', () => {
    const mapping = roleMappingFrom('constructor.name=Object -> sysadmin; toString=* -> sysadmin')

    expect(heldBy(mapping, {})).toEqual(NOTHING)
  })

  it('is the highest role of each workspace, in whichever order the rules stand', () => {
    const rules = [
      'groups=a -> admin@default, observer@shop',
      'groups=b -> observer@default, editor@shop',
      'groups=c -> sysadmin',
    ]
    const claims = { groups: ['a', 'b', 'c'] }

    const held = [rules, rules.toReversed()].map((order) => heldBy(roleMappingFrom(order.join(';')), claims))

    for (const one of held) {
      expect(one.sysadmin).toBe(true)
      expect(one.roles).toHaveLength(2)
      expect(one.roles).toEqual(expect.arrayContaining([on('default', 'admin'), on('shop', 'editor')]))
    }
  })
})
