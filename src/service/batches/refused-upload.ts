import { callerOf } from '../callers/seen-caller.ts'
import { productNames } from '../callers/user-agent.ts'
import { type Context, remoteAddressIn } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Random } from '../ports.ts'
import { newBatchId } from './batch-id.ts'
import type { BatchCaller, BatchStore } from './store.ts'

/**
 * Takes an upload in, and where it is refused keeps what its caller is told, without the values that this quotes: its
 * developer sees why the file did not come in.
 *
 * @throws what `work` does
 */
export async function keepingRefusal<Done>(
  { batches, random }: { batches: BatchStore; random: Random },
  context: Context,
  version: 1 | 2,
  work: () => Promise<Done>,
): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ServiceError) {
      const { clientCode } = context.client
      const upload = {
        clientCode,
        batchId: newBatchId(random, clientCode, context.now),
        version,
        receivedAt: context.now,
        caller: batchCallerOf(context),
        refusal: error.withoutValues,
      }
      // The caller is told why all the same, and where the database is away, that it is.
      await batches.keepRefused(upload).catch(() => {})
    }
    throw error
  }
}

export const batchCallerOf = (context: Context): BatchCaller =>
  callerOf(remoteAddressIn(context), context.userAgent === null ? null : productNames(context.userAgent))
