import { mutationOptions } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { checkToken } from '#contract/token-check.ts'

export const checkTokenMutation = (request: ServiceRequest) =>
  mutationOptions({
    // Half of a surrogate pair, which a cut can leave, is told as a stray character.
    mutationFn: (text: string) => request(checkToken, { body: { text: text.toWellFormed() } }),
    gcTime: 0, // what was pasted may be a secret: it leaves memory with the dialog
  })
