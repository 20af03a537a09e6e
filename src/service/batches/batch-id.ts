import type { Random } from '../ports.ts'

/** `<client>-<epoch ms>-<integer>` (wire fact D25). */
export const newBatchId = (random: Random, clientCode: string, receivedAt: number) =>
  `${clientCode}-${receivedAt}-${new DataView(random(4).buffer).getUint32(0) % 100_000_000}`
