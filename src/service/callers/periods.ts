export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** Hours and days are those of UTC; instants are milliseconds since 1970. */
export const startOfHour = (instant: number) => instant - (instant % HOUR_MS)
export const startOfDay = (instant: number) => instant - (instant % DAY_MS)

/** In the first of the 24 hours that the present one is the last of. */
export const dayBefore = (instant: number) => instant - 23 * HOUR_MS

/** 0 to 23. */
export const hourOfDay = (instant: number) => Math.floor((instant % DAY_MS) / HOUR_MS)

export const instant = (ms: number) => new Date(ms).toISOString()
