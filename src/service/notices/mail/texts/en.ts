import type { MailFormats } from '../formats.ts'

/** What an e-mail says in English. Every text of a body is a paragraph or a sentence of one. */
export const en = ({ number, list, plural }: MailFormats) => ({
  subject: {
    expiring: (lastFour: string, days: number) =>
      `The token …${lastFour} expires in ${plural(days, { one: '1 day', other: `${days} days` })}`,
    expired: (lastFour: string) => `The token …${lastFour} has expired`,
    refused: 'Calls are refused that were let in before',
    stuck: 'A batch is stuck',
    test: 'Test',
  },

  expiring: (lastFour: string, when: string) =>
    `The profile authentication token that ends in ${lastFour} expires on ${when}.`,
  expiringRequired:
    'From then on, calls with it are refused. Generate a new token in time and update your scripts and apps; the current one can go on working beside it for as long as you choose.',
  expired: (lastFour: string, when: string) =>
    `The profile authentication token that ends in ${lastFour} expired on ${when}.`,
  expiredRequired: 'Calls with it are refused. Generate a new token and update your scripts and apps.',
  notRequired: 'Authentication is off at the moment: calls are let in without a token too.',
  usedBy: (callers: number, names: readonly string[]) => {
    if (callers === 0) return 'No caller uses it.'
    if (callers === names.length) return `It is used by ${list(names)}.`
    const they = plural(callers, { one: '1 caller uses it', other: `${number(callers)} callers use it` })
    return `${they}${names.length === 0 ? '' : `, among them ${list(names)}`}.`
  },

  refusedSince: {
    'turned-on': (_lastFour: string, when: string) =>
      `Authentication has been required since ${when}. Since then calls are refused that were let in before.`,
    replaced: (lastFour: string, when: string) =>
      `The token that ends in ${lastFour} was replaced on ${when}. Since then calls are refused that were let in before.`,
    'overlap-ended': (lastFour: string, when: string) =>
      `The old token that ends in ${lastFour} worked until ${when}. Since then calls are refused that were let in before.`,
    ended: (lastFour: string, when: string) =>
      `The token that ends in ${lastFour} was ended on ${when}. Since then calls are refused that were let in before.`,
    expired: (lastFour: string, when: string) =>
      `The token that ends in ${lastFour} expired on ${when}. Since then calls are refused that were let in before.`,
  },
  refusedCalls: (calls: number, callers: number, names: readonly string[]) => {
    const many = plural(calls, { one: '1 call', other: `${number(calls)} calls` })
    if (callers === names.length) return `So far ${many} of ${list(names)}.`
    const whose = plural(callers, { one: '1 caller', other: `${number(callers)} callers` })
    return `So far ${many} of ${whose}${names.length === 0 ? '' : `, among them ${list(names)}`}.`
  },
  wayBack: 'The console says what would let them in again.',

  stuck: (batchId: string) =>
    `The batch ${batchId} could not be applied, was tried again several times, and is given up.`,
  stuckRows: (applied: number, rows: number) =>
    `${number(applied)} of its ${plural(rows, { one: '1 row', other: `${number(rows)} rows` })} ${plural(applied, { one: 'is', other: 'are' })} applied. The service’s log says why. Once that is mended, send the rest again.`,

  test: (who: string) => `${who} sent this to see whether notices arrive at this address.`,

  link: {
    invited: {
      subject: 'You are invited to Profile API Console',
      why: (who: string, clientCode: string) =>
        `${who} invites you to Profile API Console, for the client ${clientCode}.`,
    },
    known: {
      subject: 'Your new link to Profile API Console',
      why: (who: string, clientCode: string) =>
        `${who} made a link by which you get into Profile API Console again, for the client ${clientCode}.`,
    },
    once: (until: string) =>
      `Open this link to go on. It works once, until ${until}. Pass it on to nobody: whoever opens it signs in as you.`,
    ignore: 'If you did not expect this, delete it: nothing happens as long as nobody opens the link.',
  },

  why: (clientCode: string) =>
    `You get this because this address is listed under Administration > Notices of Profile API Console, for the client ${clientCode}. It can be removed there.`,
})

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type MailTexts = typeof en
