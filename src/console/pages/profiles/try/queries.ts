import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { ServiceRequest } from '#client/request.ts'
import { upload } from '#client/upload.ts'
import { getBatch, sendBatch } from '#contract/batches.ts'

/** How often it is asked how far a batch has come, while someone looks. */
const ASKED_EVERY_MS = 1000

export type Sending = {
  body: Blob
  version: '1' | '2'
  onProgress: (sentBytes: number) => void
  signal: AbortSignal
}

export const sendBatchMutation = () =>
  mutationOptions({
    mutationFn: ({ version, ...sent }: Sending) => upload(sendBatch, { query: { version }, ...sent }),
  })

/** How far a batch has come; asked for until it is done, and not in a hidden tab. */
export const batchQuery = (request: ServiceRequest, batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId],
    queryFn: () => request(getBatch, { path: { batchId } }),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.state === 'incomplete' ? ASKED_EVERY_MS : false,
    throwOnError: false,
  })
