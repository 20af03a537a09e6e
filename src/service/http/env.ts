import type { Context } from '../context.ts'

/**
 * What the server hands to the app with each request, and what the app notes about it. `fields`: what the answer says in its
 * header whatever it is; `hasFields`: whether it says so already.
 */
export type ServiceEnv = {
  Bindings: {
    remoteAddress?: string
    /** Aborts when what is still being received can no longer be waited for, because the service stops. */
    stopping?: AbortSignal
    /** Ends the connection in the middle of an answer; without it a body that fails is to tell whoever reads it. */
    breakOff?: () => void
    /** Is told of each cookie that an answer gives, where there is no HTTP: a browser lets no script read them off it. */
    setCookie?: (value: string) => void
  }
  Variables: { requestId: string; context?: Context; fields: Record<string, string>; hasFields?: true }
}
