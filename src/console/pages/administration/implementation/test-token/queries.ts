import { mutationOptions } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { checkToken } from '#contract/token-check.ts'

export const checkTokenMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: (text: string) => request(checkToken, { body: { text } }),
    gcTime: 0, // what was pasted may be a secret: it leaves memory with the dialog
  })
