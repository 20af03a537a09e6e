const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/i

/** Whether a host name or address is this machine alone. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname)
