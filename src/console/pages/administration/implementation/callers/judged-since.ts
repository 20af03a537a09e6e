import { serviceNow } from '../../../../messages/service-clock.ts'

/** Callers are judged by their last calls of a week, or of less where the first token is younger. */
const WEEK_MS = 7 * 86_400_000

/** How long an answer may have been on its way. */
const ON_ITS_WAY_MS = 60_000

/** Whether callers are judged since a token was made, not just since a week ago. @param judgedSince ISO 8601 */
export const isSinceToken = (judgedSince: string): boolean =>
  serviceNow() - Date.parse(judgedSince) < WEEK_MS - ON_ITS_WAY_MS
