import { createContext, use } from 'react'
import type { Api } from '#client/api.ts'

export const ApiContext = createContext<Api | null>(null)

/** The service's operations. */
export function useApi(): Api {
  const api = use(ApiContext)
  if (!api) throw new Error('useApi needs Providers above it')
  return api
}
