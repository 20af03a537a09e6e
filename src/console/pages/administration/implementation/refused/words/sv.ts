import { pluralsOf } from '../../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')
const refused = (count: number, written: string) =>
  plural(count, { one: `${written} nekat anrop`, other: `${written} nekade anrop` })

export const words: Words = {
  title: {
    'turned-on': (count, written) => `${refused(count, written)} sedan ”Kräv autentisering” slogs på`,
    replaced: (count, written, token) => `${refused(count, written)} sedan ${token} ersattes`,
    'overlap-ended': (count, written, token) =>
      `${refused(count, written)} sedan överlappningen för ${token} tog slut`,
    ended: (count, written, token) => `${refused(count, written)} sedan ${token} avslutades`,
    expired: (count, written, token) => `${refused(count, written)} sedan ${token} gick ut`,
  },
  titleOfSeveral: (count, written) => `${refused(count, written)} efter flera ändringar`,
  happened: {
    'turned-on': (who) => `${who} slog på ”Kräv autentisering”`,
    replaced: (who, token) => `${who} ersatte ${token}`,
    'overlap-ended': (_who, token) => `Överlappningen för ${token} tog slut`,
    ended: (who, token) => `${who} avslutade ${token}`,
    expired: (_who, token) => `${token} gick ut`,
  },
  calls: (_count, written) => `${written} anrop`,
  lastRefused: 'Senaste nekade anrop:',
  tokenEndingIn: (lastFour) => `den token som slutar på ${lastFour}`,

  caller: 'Anropare',
  refused: 'Nekade',
  why: 'Varför',
  last: 'Senast',
  sends: {
    'no-credentials': () => 'Skickar ingen token',
    'repeated-header': () => 'Skickar huvudet två gånger',
    'unreadable-header': () => 'Skickar ett huvud som inte går att läsa',
    'two-ways': () => 'Skickar en token på två sätt',
    'no-token': () => 'Skickar något som inte är en token',
    'unknown-token': () => 'Skickar en okänd token',
    'access-token': () => 'Skickar en åtkomsttoken för admin-API:et',
    'token-of-other-client': () => 'Skickar en annan klients token',
    'debugger-token': () => 'Skickar en felsökningstoken',
    'replaced-token': (token) => `Skickar ${token}, som ersatts`,
    'ended-token': (token) => `Skickar ${token}, som avslutats för hand`,
    'expired-token': (token) => `Skickar ${token}, som gått ut`,
  },
  areLetInToo: 'En del av anropen släpps in.',
  otherCallers: 'Alla andra',
  nobodyKnows: 'Okänd adress',
  more: (_count, written) => `och ${written} till`,
  showMore: 'Visa fler',
  showFewer: 'Visa färre',

  wouldLetIn: (token, _count, written, of) =>
    `Om ${token} fick fungera igen hade ${written} av dessa ${of} släppts in.`,
  wouldLetInAll: (token) => `Om ${token} fick fungera igen hade alla släppts in.`,
  thenWorksUntil: (date) =>
    `Den fungerar då till den ${date}, när den skulle ha gått ut; du kan avsluta den när som helst.`,
  endedForGood: (token) => `${token} avslutades för gott och kan aldrig fungera igen.`,
  hasExpired: (token) => `${token} har gått ut och kan inte fungera igen.`,
  needCurrent: 'De här skripten och apparna behöver den nuvarande tokenen: dess huvud finns längre ned.',
  needNew: 'Ingen token fungerar. Generera en ny och uppdatera dina skript och appar.',
  letOldWorkAgain: 'Låt den äldre tokenen fungera igen',
  letWorkAgain: (token) => `Låt ${token} fungera igen`,
  goToGenerate: 'Gå till ”Generera ny token för profilautentisering”',
  turnOff: 'Slå av ”Kräv autentisering”…',

  worksAgain: (token) => `${token} fungerar igen`,
  worksAgainUntil: (date) => `Anrop med den släpps in till den ${date}.`,
  doesNotWork: (token) => `${token} fungerar inte.`,
  isOff: '”Kräv autentisering” är av',
  isOn: '”Kräv autentisering” är på.',
  letsInEveryone: 'Anrop släpps in utan token.',
}
