import { permittedTo } from '../permissions.ts'
import type { Held } from '../users/held.ts'

/** Of whom a second step is required: of those who may generate tokens, or of nobody but those who have a passkey. */
export type SecondStepSetting = 'off' | 'approvers'

/** Whether a password alone is not enough for someone, by what they may do. */
export const takesSecondStep = (setting: SecondStepSetting, held: Held): boolean =>
  setting === 'approvers' && permittedTo(held).includes('token.generate')
