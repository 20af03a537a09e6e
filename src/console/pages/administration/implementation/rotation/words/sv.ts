import { pluralsOf } from '../../../../../messages/plurals.ts'
import { words as howLong } from '../../how-long/words/sv.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')

export const words: Words = {
  howLong,
  cancel: 'Avbryt',
  close: 'Stäng',
  other: 'Annan tid…',

  firstTitle: 'Generera en token',
  firstAdvice: 'Lägg in dess Authorization-huvud i varje skript och app som anropar profil-API:et.',
  generateFirst: 'Generera token',
  prepareTitle: 'Förbereda en token?',
  prepareAdvice:
    'Ingenting ändras för dem som anropar. Anropen får skicka tokenen redan nu; den krävs först när du slår på autentiseringen.',
  prepareConfirm: 'Förbered token',
  generateTitle: 'Generera en ny token?',
  generateConfirm: 'Generera ny token',
  currentUsedBy: (_count, written, lastFour) =>
    `${written} anropare använder den nuvarande tokenen, som slutar på ${lastFour}:`,
  currentLastUsed: (lastFour, when) =>
    `Den nuvarande tokenen, som slutar på ${lastFour}, användes senast den ${when}.`,
  currentNotUsed: (lastFour) => `Den nuvarande tokenen, som slutar på ${lastFour}, har inte använts än.`,
  usersNotKnown: 'Det gick inte att läsa in vem som använder den.',
  endCurrent: 'Den nuvarande tokenen slutar fungera',
  now: 'Nu',
  in1Hour: 'Om 1 timme',
  in24Hours: 'Om 24 timmar',
  in7Days: 'Om 7 dygn',
  whenItExpires: 'När den går ut',
  full: 'Fyra äldre token fungerar redan, vilket är det högsta antalet utöver den nuvarande. Avsluta en av dem först om du vill välja en senare tid.',
  failNow: 'Den nuvarande tokenen slutar fungera genast',
  failFrom: (when) => `Den nuvarande tokenen slutar fungera den ${when}`,
  resetWarning:
    'Anrop med den nuvarande tokenen kommer att misslyckas. Uppdatera alla skript och appar som använder den.',
  pageShowsWho: 'Den här sidan visar vem som fortfarande använder den.',

  lastCall: 'senaste anrop',
  otherCallers: 'Andra anropare',
  unknownCaller: 'Okänd anropare',
  more: (_count, written) => `och ${written} till`,

  oldTokens: 'Äldre token',
  mostTokens: 'Högst 5 token fungerar samtidigt',
  token: 'Token',
  state: 'Läge',
  usedBy: 'Används av',
  acts: 'Åtgärder',
  endingIn: (lastFour) => `slutar på ${lastFour}`,
  made: (when, who) => `skapad den ${when} av ${who}`,
  worksUntil: 'Fungerar till den',
  left: (duration) => `${duration} kvar`,
  leftUntilExpiry: (duration) => `${duration} kvar, sedan går den ut`,
  ended: 'Avslutad:',
  overSince: 'Fungerar inte sedan:',
  by: (who) => `av ${who}.`,
  replacedBy: (who) => `ersatt av ${who}.`,
  canWorkUntil: (when) => `Kan fungera igen till den ${when}.`,
  nobody: 'Ingen längre',
  neverUsed: 'Aldrig använd',
  calls: (_count, written) => `${written} anrop på 24 timmar`,
  refusedCalls: (count, written) =>
    plural(count, {
      one: `${written} nekat anrop på 24 timmar`,
      other: `${written} nekade anrop på 24 timmar`,
    }),
  last: 'senast',
  showMore: (written) => `Visa ${written} till`,

  extend: 'Låt den fungera längre…',
  end: 'Avsluta nu…',
  restore: 'Låt den fungera igen',
  endForGood: 'Avsluta för gott…',
  leaked: 'Har den nuvarande tokenen läckt?',
  endCurrentNow: 'Avsluta den nuvarande tokenen…',
  of: (act, lastFour) => `${act} (token som slutar på ${lastFour})`,

  extendTitle: (lastFour) => `Låta den token som slutar på ${lastFour} fungera längre?`,
  extendAdvice: (when) => `Nu fungerar den till den ${when}.`,
  longer: 'Låt den fungera',
  dayLonger: '1 dygn till',
  weekLonger: '7 dygn till',
  monthLonger: '30 dygn till',
  untilItExpires: 'Tills den går ut',
  extendConfirm: 'Låt den fungera längre',

  endTitle: (lastFour) => `Avsluta den token som slutar på ${lastFour} nu?`,
  endForGoodTitle: (lastFour) => `Avsluta den token som slutar på ${lastFour} för gott?`,
  endCurrentTitle: (lastFour) => `Avsluta den nuvarande tokenen, som slutar på ${lastFour}, nu?`,
  endFails: 'Från och med nästa anrop misslyckas anrop med den här tokenen',
  updateThem: 'Uppdatera först alla skript och appar som använder den.',
  endAllFail: 'Från och med nästa anrop nekas alla anrop till profil-API:et tills du genererar en ny token',
  endAllFailAdvice:
    'Om du vill ersätta den utan avbrott avbryter du här och genererar en ny token i stället.',
  endOpen: 'Autentiseringen är av, så anrop släpps in ändå.',
  endUsers: 'Den används av:',
  endNotUsed: 'Ingen känd anropare använder den längre.',
  forGood: 'För gott: den har läckt och får aldrig fungera igen',
  canBeUndone: (when) => `Annars kan du låta den fungera igen till den ${when}.`,
  cannotBeUndone: 'Det går inte att ångra.',
  endConfirm: 'Avsluta nu',
  endForGoodConfirm: 'Avsluta för gott',

  extended: (lastFour, when) => `Den token som slutar på ${lastFour} fungerar nu till den ${when}.`,
  endedNow: (lastFour) => `Den token som slutar på ${lastFour} har avslutats.`,
  endedForGood: (lastFour) => `Den token som slutar på ${lastFour} har avslutats för gott.`,
  restored: (lastFour, when) => `Den token som slutar på ${lastFour} fungerar igen, till den ${when}.`,
  listIsNew: 'Listan visar vad som gäller nu.',

  overlap: {
    title: (lastFour) =>
      `Den token som slutar på ${lastFour} fungerar än så länge vid sidan av den nuvarande`,
    haveMoved: (moved, _count, of) => `${moved} av ${of} anropare har bytt till den nya tokenen`,
    toMove: 'Kvar att byta:',
    more: (_count, written) => `${written} till`,
    unknownCaller: 'en okänd anropare',
    notSeen: (_count, written) => `${written} har inte anropat sedan den nya skapades.`,
    notToldApart: 'Andra, som inte får plats i listan över anropare, skiljs inte åt.',
    ends: (lastFour, when) =>
      `Från och med den ${when} misslyckas anrop med den token som slutar på ${lastFour}.`,
    canEnd: (count) =>
      plural(count, { one: 'Du kan avsluta den äldre nu.', other: 'Du kan avsluta de äldre nu.' }),
    onlyThis: (lastFour) => `Bara den äldre token som slutar på ${lastFour} fungerar`,
    onlyOld: 'Bara äldre token fungerar',
    allFail: (when) =>
      `Från och med den ${when} nekas alla anrop till profil-API:et. Generera en ny token och uppdatera dina skript och appar.`,
  },
}
