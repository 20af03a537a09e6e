import type { Random } from '../ports.ts'

/** A multiple of three, so that nothing is left over in base64. Source: Standard Webhooks, 24 to 64 bytes. */
const BYTES = 24

/** A new secret to sign with, as libraries for Standard Webhooks take it. */
export const newWebhookSecret = (random: Random): string =>
  `whsec_${btoa(String.fromCharCode(...random(BYTES)))}`
