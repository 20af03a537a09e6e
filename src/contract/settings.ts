import * as v from 'valibot'
import { operation } from './operation.ts'

const FlickerManagerSettings = v.strictObject({
  enabled: v.boolean(),
  /** Milliseconds. */
  timeout: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
})

const text = v.pipe(v.string(), v.maxLength(1024))

const fields = {
  locale: v.optional(text),
  timeZone: v.optional(text),
  ipObfuscation: v.optional(v.picklist(['NONE', 'LAST_OCTET', 'STRIP'])),
  onDeviceDecisioning: v.optional(v.boolean()),
  onDeviceDecisioningActivityQualification: v.optional(v.boolean()),
  a4TEnabled: v.optional(v.boolean()),
  permissionEnabled: v.optional(v.boolean()),
  mobileDeviceTargetingEnabled: v.optional(v.boolean()),
  geoLocationEnabled: v.optional(v.boolean()),
  defaultCompanyName: v.optional(text),
  defaultReportSuite: v.optional(text),
  defaultDataCollectionHost: v.optional(text),
  flickerManagerSettings: v.optional(FlickerManagerSettings),
  allowedRemoteOfferUrlPatterns: v.optional(
    v.pipe(
      v.array(text),
      v.maxLength(1000),
      v.check((patterns) => new Set(patterns).size === patterns.length, 'each pattern may stand once'),
    ),
  ),
}

/**
 * The settings of a client: the switch, and the other documented fields, kept as given and without effect here.
 * Strict, because a misspelt `enableProfileApiAuthentication` that is silently ignored leaves the door open.
 * Source: Adobe Target Admin API, `ClientSelfServiceSettings`, wire fact A2.
 */
export const ClientSettings = v.strictObject({ enableProfileApiAuthentication: v.boolean(), ...fields })
export type ClientSettings = v.InferOutput<typeof ClientSettings>

/** What PATCH takes: any of the fields; those left out stay as they are. */
export const ClientSettingsPatch = v.strictObject({
  enableProfileApiAuthentication: v.optional(v.boolean()),
  ...fields,
})
export type ClientSettingsPatch = v.InferOutput<typeof ClientSettingsPatch>

/** The settings as they are answered: the switch, and the other fields as they were given. */
export const AnsweredSettings = v.looseObject({ enableProfileApiAuthentication: v.boolean() })

const declared = {
  family: 'admin',
  path: '/:tenant/target/clients/settings',
  status: 200,
  output: AnsweredSettings,
  answerHeaders: ['ETag'],
} as const

const ChangeConditions = v.object({
  'If-Match': v.optional(v.pipe(v.string(), v.description('The `ETag` that the change builds on.'))),
})

export const getSettings = operation({
  ...declared,
  id: 'getSettings',
  method: 'GET',
  summary: 'Get client settings',
  description: 'The `ETag` names their revision.',
  permission: 'settings.view',
  refusals: [],
})

export const updateSettings = operation({
  ...declared,
  id: 'updateSettings',
  method: 'PUT',
  summary: 'Replace client settings',
  description:
    'Fields that are left out are lost; the switch cannot be left out. It counts from the next call on.',
  headers: ChangeConditions,
  body: ClientSettings,
  permission: 'settings.update',
  freshSignIn: 'to-turn-off',
  refusals: ['precondition-failed'],
})

export const patchSettings = operation({
  ...declared,
  id: 'patchSettings',
  method: 'PATCH',
  summary: 'Change some client settings',
  description: 'Fields that are left out stay as they are. The switch counts from the next call on.',
  headers: ChangeConditions,
  body: ClientSettingsPatch,
  permission: 'settings.update',
  freshSignIn: 'to-turn-off',
  refusals: ['precondition-failed'],
})
