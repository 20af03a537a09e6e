import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')

export const words: Words = {
  title: 'Batchar',
  advice: 'Filer med profiluppdateringar som anropare har skickat, och vad det blev av raderna.',
  notUnderstood: 'En del av adressen betyder ingenting här och utelämnades',
  kept: (duration) => `Sparas i ${duration}.`,
  keptForEver: 'De tas aldrig bort.',

  show: 'Visa',
  kinds: {
    all: 'Alla',
    running: 'Pågår',
    'with-failures': 'Med fel',
    stuck: 'Har fastnat',
    refused: 'Avvisade',
  },
  receivedIn: 'Mottagna',
  anyTime: 'När som helst',
  periods: { day: 'Senaste 24 timmarna', week: 'Senaste 7 dagarna', month: 'Senaste 30 dagarna' },

  received: 'Mottaget',
  caller: 'Anropare',
  unknownCaller: 'Okänd anropare',
  rows: 'Rader',
  outcome: 'Läge',
  took: 'Tid',
  soFar: (duration) => `${duration} hittills`,
  since: (when) => `Sedan ${when}`,

  allApplied: 'Alla verkställda',
  applied: (count, written) =>
    plural(count, { one: `${written} verkställd`, other: `${written} verkställda` }),
  failed: (count, written) =>
    plural(count, { one: `${written} misslyckad`, other: `${written} misslyckade` }),
  notFound: (count, written) =>
    plural(count, { one: `${written} profil hittades inte`, other: `${written} profiler hittades inte` }),
  notAppliedAsCsv: 'Ej verkställda rader som CSV',
  doneOf: (done, all) => `${done} av ${all} rader klara`,
  stuck: 'Har fastnat',
  stuckMeans:
    'Försöken att verkställa den misslyckades gång på gång; tjänstens logg säger varför. Inget är förlorat: övriga rader väntar.',
  givenUp: 'Uppgiven',
  decidedBy: (name, when) => `Beslutat av ${name}, ${when}.`,
  refused: 'Avvisad, inget lagrades',
  callerWasTold: 'Anroparen fick svaret:',

  none: 'Ingen batch har kommit in ännu. Det som anropare skickar som massuppdateringar står här från och med då.',
  noneFits: 'Ingen batch passar filtren.',
  showOlder: 'Visa äldre batchar',
}
