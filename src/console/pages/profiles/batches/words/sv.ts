import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')

export const words: Words = {
  title: 'Batcher',
  advice: 'Filer med profiluppdateringar som har skickats, och vad det blev av varje rad.',
  notUnderstood: 'En del av adressen betyder ingenting här och utelämnades',

  sent: 'Skickade till API:et',
  kept: (count, written) =>
    plural(count, { one: `Sparas i ${written} dag.`, other: `Sparas i ${written} dagar.` }),
  keptForEver: 'De tas aldrig bort.',
  show: 'Visa',
  filters: {
    all: 'Alla',
    running: 'Pågår',
    'with-failures': 'Med fel',
    stuck: 'Fastnade',
    refused: 'Nekade',
  },
  moreThan: (written) => `fler än ${written}`,
  time: 'Tid',
  anyTime: 'När som helst',
  periods: { '24h': 'Senaste 24 timmarna', '7d': 'Senaste 7 dagarna', '30d': 'Senaste 30 dagarna' },
  noneYet: 'Ingen batch har kommit än. Varje fil med uppdateringar som ett jobb skickar visas här.',
  none: 'Ingen batch stämmer med filtren.',
  showOlder: 'Visa äldre batcher',

  received: 'Mottagen',
  caller: 'Anropare',
  rows: 'Rader',
  state: 'Läge',
  took: 'Tog',
  noId: 'inget id',
  unknownCaller: 'Okänd',
  soFar: (duration) => `${duration} hittills`,
  waitsSince: 'Väntar sedan',

  lookedAt: (consumed, all) => `${consumed} av ${all} rader`,
  stuckAt: (row) => `Fastnade på rad ${row}`,
  stuckBecause:
    'Försöken att tillämpa den misslyckades gång på gång; tjänstens logg säger varför. Inget är förlorat: raderna väntar tills någon bestämmer.',
  givenUp: (rows) => `Uppgiven: ${rows} rader tillämpades inte`,
  refused: 'Nekad, inget sparades',
  callerWasTold: 'Anroparen fick svaret:',
  allApplied: 'Alla tillämpade',
  applied: (count, written) =>
    plural(count, { one: `${written} rad tillämpad.`, other: `${written} rader tillämpade.` }),
  failed: (count, written) =>
    plural(count, { one: `${written} misslyckades.`, other: `${written} misslyckades.` }),
  notFound: (count, written) =>
    plural(count, { one: `${written} profil saknas.`, other: `${written} profiler saknas.` }),
  versionOne: 'v1 uppdaterar bara profiler som finns.',
  seeRows: (count, written) => plural(count, { one: `Se raden`, other: `Se de ${written} raderna` }),
  csvOf: (batchId) => `CSV för batchen ${batchId}`,
  acts: {
    'tried-again': (by, at) => `Nytt försök av ${by} den ${at}.`,
    'given-up': (by, at) => `Uppgiven av ${by} den ${at}.`,
  },

  tryAgain: 'Försök igen',
  giveUp: 'Ge upp…',
  giveUpNow: 'Ge upp',
  cancel: 'Avbryt',
  close: 'Stäng',
  askGiveUp: (count, written) =>
    plural(count, {
      one: `Ge upp ${written} rad som inte tillämpades?`,
      other: `Ge upp ${written} rader som inte tillämpades?`,
    }),
  giveUpMeans:
    'De tas bort och går inte att få tillbaka; filen måste i så fall skickas igen. Rader som har tillämpats förblir tillämpade. Det antecknas i granskningsloggen.',
  saidTriedAgain: 'Ett nytt försök görs med batchen.',
  saidGivenUp: 'Batchen gavs upp.',

  backToList: 'Alla batcher',
  oneBatch: 'Batch',
  failedRows: 'Rader som inte tillämpades',
  failedRowsAdvice: 'Efter filens rader; rubriken är rad 1. Att hämta dem som fil antecknas.',
  allAsCsv: 'Alla som CSV',
  identifier: 'Identifierare',
  line: 'Rad',
  reason: 'Orsak',
  reasons: {
    'not-found': 'Profilen finns inte, och v1 skapar ingen.',
    'too-large': 'Profilen skulle bli större än 64 kB.',
  },
  showMore: 'Visa fler rader',
}
