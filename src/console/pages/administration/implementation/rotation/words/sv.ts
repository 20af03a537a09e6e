import { words as howLong } from '../../how-long/words/sv.ts'
import type { Words } from './en.ts'

export const words: Words = {
  howLong,
  cancel: 'Avbryt',
  other: 'Annan tid…',

  firstTitle: 'Generera en token',
  firstAdvice: 'Lägg in dess Authorization-huvud i varje skript och app som anropar profil-API:et.',
  generateFirst: 'Generera token',
  generateTitle: 'Generera en ny token?',
  generateConfirm: 'Generera ny token',
  currentUsedBy: (_count, written, lastFour) =>
    `${written} anropare använder aktuell token, som slutar på ${lastFour}:`,
  currentLastUsed: (lastFour, when) =>
    `Aktuell token, som slutar på ${lastFour}, användes senast den ${when}.`,
  currentNotUsed: (lastFour) => `Aktuell token, som slutar på ${lastFour}, har inte använts än.`,
  usersNotKnown: 'Det gick inte att läsa in vem som använder den.',
  endCurrent: 'Avsluta aktuell token',
  now: 'Nu',
  in1Hour: 'Om 1 timme',
  in24Hours: 'Om 24 timmar',
  in7Days: 'Om 7 dygn',
  whenItExpires: 'När den går ut',
  full: 'Fyra äldre token fungerar redan, vilket är det högsta antalet utöver aktuell token. Avsluta en av dem först om du vill välja en senare tid.',
  failNow: 'Från och med nästa anrop misslyckas anrop med aktuell token',
  failFrom: (when) => `Från och med den ${when} misslyckas anrop med aktuell token`,
  resetWarning:
    'Om du återställer den här token kommer API-anrop som använder den aktuella token att misslyckas. Detta kräver uppdatering av skript eller appar som använder denna token.',
  pageShowsWho: 'Den här sidan visar vem som fortfarande använder den.',

  lastCall: 'senaste anrop',
  otherCallers: 'Andra anropare',
  unknownCaller: 'Okänd anropare',
  more: (_count, written) => `och ${written} till`,
}
