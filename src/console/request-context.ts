import { createContext, use } from 'react'
import type { ServiceRequest } from '#client/request.ts'

export const RequestContext = createContext<ServiceRequest | null>(null)

/** What calls the service's operations. */
export function useRequest(): ServiceRequest {
  const request = use(RequestContext)
  if (!request) throw new Error('useRequest needs Providers above it')
  return request
}
