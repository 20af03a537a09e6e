import * as v from 'valibot'

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
