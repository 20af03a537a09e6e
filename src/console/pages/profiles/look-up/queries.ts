import { mutationOptions } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { type LookUpInput, lookUpProfile } from '#contract/profiles.ts'

export const lookUpMutation = (request: ServiceRequest) =>
  mutationOptions({
    mutationFn: (visitor: LookUpInput) => request(lookUpProfile, { body: visitor }),
    gcTime: 0, // what is known of a visitor leaves memory with the page
  })
