/**
 * Connections of a process to PostgreSQL: with fewer than four one kind of work would have none. Apart from the driver, which
 * is loaded where it is used.
 */
export const POOL_SIZE = { least: 4, default: 12 } as const
