import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')

export const words: Words = {
  title: 'Implementering',
  advice: 'Det som dina skript och appar behöver för att anropa profil-API:et.',

  skipToGenerate: 'Gå till ”Generera ny token för profilautentisering”',
  otherClientTitle: (asked) => `Det finns ingen klient ${asked} här`,
  otherClientAdvice: (ours) => `Den här konsolen gäller klientkoden ${ours}. Det du ser här hör till den.`,

  inClearTitle: 'Lösenord och token skickas i klartext',
  inClearAdvice:
    'Sidan kom via http, så andra kan på vägen läsa vad den skickar. Den som driver tjänsten kan sätta https framför och ange https-adressen i PUBLIC_URL.',
  httpsUntoldTitle: 'Tjänsten vet inte att den nås via https',
  httpsUntoldAdvice:
    'Sessionens kaka skulle också skickas i klartext via http. Den som driver tjänsten kan ange',

  accountDetails: 'Kontoinformation',
  clientCode: 'Klientkod',
  imsOrgId: 'IMS-organisations-ID',
  profileApiUrl: 'Adress till profil-API:et',

  profileApi: 'Profil-API',
  profileApiAdvice:
    'Kräv en token för alla anrop till profil-API:et: massuppdateringar, enstaka uppdateringar och läsningar.',
  goingLive: 'Driftsättning, steg för steg',
  readOnlyTitle: 'Du kan se inställningarna men inte ändra dem',
  readOnlyAdvice: (role) =>
    `Din roll: ${role}. Att ändra dem och se tokenen kräver behörighet som godkännare eller administratör.`,

  requireAuthentication: 'Kräv autentisering',
  on: 'På',
  off: 'Av',
  letsInWithToken: 'Bara anrop med en token som fungerar släpps in.',
  letsInEveryone: 'Alla anrop släpps in, med eller utan token.',
  saving: 'Sparar…',
  isOn: '”Kräv autentisering” är på.',
  isOff: '”Kräv autentisering” är av.',
  changedBy: (when, who) => `Senast ändrat den ${when} av ${who}.`,

  openTitle: 'Alla som känner till klientkoden kan läsa och skriva profiler',
  open: {
    notSecret: 'Klientkoden är inte hemlig.',
    noCalls: 'Inga anrop har kommit de senaste 7 dagarna.',
    cameWithout: 'De senaste 7 dagarna har anrop utan token kommit från',
    more: (_count, written) => `${written} till`,
    nobodyKnows: 'en okänd adress',
    prepareAdvice:
      'Förbered en token och ge den till dina skript och appar: anropen får skicka den redan nu, och den krävs först när du slår på autentiseringen.',
    prepare: 'Förbered en token…',
    sendIt: (_count, written, of) => `${written} av ${of} anropare skickar tokenen`,
    allSendIt: (count, written) =>
      plural(count, {
        one: 'Den enda anroparen skickar tokenen',
        other: `Alla ${written} anropare skickar tokenen`,
      }),
    doesNot: (calls) => `gör det inte än: ${calls}, senast`,
    notAlways: (calls) => `gör det inte alltid: ${calls}, senast`,
    perDay: (_count, written) => `${written} anrop om dagen`,
    lessThanDaily: 'mindre än ett anrop om dagen',
    wouldBeRefused: (count, written) =>
      plural(count, {
        one: 'Den skulle nekas om du slog på ”Kräv autentisering” nu.',
        other: `Tillsammans med den skulle ${written} anropare nekas om du slog på ”Kräv autentisering” nu.`,
      }),
    notSeen: (_count, written) =>
      `${written} har inte anropat sedan tokenen skapades, så det är inte känt om den skickas därifrån.`,
    nobodyRefused: 'Ingen anropare skulle nekas: du kan slå på ”Kräv autentisering”.',
    notToldApart: 'Andra, som inte får plats i listan över anropare, skiljs inte åt.',
    nobodyKnown: 'Inga anrop har kommit de senaste 7 dagarna, så det är inte känt vem som skickar tokenen.',
    expired: 'Tokenen har gått ut, så anrop som skickar den skulle nekas. Generera en ny först.',
  },
  noTokenTitle: 'Alla anrop till profil-API:et nekas tills det finns en token',
  noTokenAdvice:
    'Generera en token och lägg sedan in dess Authorization-huvud i varje skript och app som anropar profil-API:et.',
  expiringTitle: (when) => `Tokenen går ut den ${when}`,
  expiringAdvice:
    'Därefter nekas alla anrop. Generera en ny token i god tid och uppdatera dina skript och appar.',
  expiredTitle: 'Tokenen har gått ut',
  expiredAdvice:
    'Alla anrop till profil-API:et nekas. Generera en ny token och uppdatera dina skript och appar.',

  cancel: 'Avbryt',

  authenticationToken: 'Autentiseringstoken',
  expiresIn: 'Förfaller om',
  expired: 'Har gått ut',
  created: 'Skapad',
  createdBy: (who) => `av ${who}`,
  lastUsed: 'Senast använd',
  notUsedYet: 'Inte använd än',
  reveal: 'Visa',
  hide: 'Dölj',
  hiddenEndsIn: (lastFour) => `dold, slutar på ${lastFour}`,
  testToken: 'Testa…',
  testAnyToken: 'Testa en token…',
  header: 'Huvud',
  token: 'Token',
  copies: {
    header: 'kopierar huvudet',
    token: 'kopierar tokenen',
    call: 'kopierar anropet',
    env: 'kopierar raden',
  },

  generate: 'Generera ny token för profilautentisering',
  generateTakesRights: 'Att generera en token kräver behörighet som godkännare eller administratör.',
  turnOnFirst: 'Det finns ingen token än. Förbered en ovanför, eller slå på ”Kräv autentisering”.',
  youChooseOverlap: 'Du väljer om den nuvarande tokenen ska fungera vidare vid sidan av den nya.',
  worksFor: (duration) => `Den fungerar i ${duration}.`,
  chooseLifetime: 'Välj hur länge…',
  generated: 'En ny token har genererats.',
  tokenShown: 'Tokenen visas.',
  tokenHidden: 'Tokenen är dold igen.',
  currentToken: (when, who) => `Den nuvarande tokenen genererades den ${when} av ${who}.`,
  thereIsNoToken: 'Det finns ingen token.',
}
