import type { Words } from './en.ts'

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
    'Aktivera eller inaktivera autentisering för batchuppdateringar via API och generera en token för profilautentisering.',
  readOnlyTitle: 'Du kan se inställningarna men inte ändra dem',
  readOnlyAdvice: (role) =>
    `Din roll: ${role}. Att ändra dem och se aktuell token kräver administratörsroll eller minst godkännarbehörighet.`,

  requireAuthentication: 'Kräv autentisering',
  letsInWithToken: 'På. Bara anrop med aktuell token släpps in.',
  letsInEveryone: 'Av. Anrop släpps in utan token.',
  saving: 'Sparar…',
  isOn: '”Kräv autentisering” är på.',
  isOff: '”Kräv autentisering” är av.',
  changedBy: (when, who) => `Senast ändrat den ${when} av ${who}.`,

  openTitle: 'Alla som känner till klientkoden kan skapa och ändra profiler',
  openAdvice:
    'Klientkoden är inte hemlig. Aktivera ”Kräv autentisering” för att bara släppa in anrop som har en token.',
  noTokenTitle: 'Alla anrop till profil-API:et nekas tills det finns en token',
  noTokenAdvice:
    'Generera en token och lägg sedan in dess Authorization-huvud i varje skript och app som anropar profil-API:et.',
  expiringTitle: (when) => `Aktuell token går ut den ${when}`,
  expiringAdvice:
    'Därefter nekas alla anrop. Generera en ny token i god tid och uppdatera dina skript och appar.',
  expiredTitle: 'Aktuell token har gått ut',
  expiredAdvice:
    'Alla anrop till profil-API:et nekas. Generera en ny token och uppdatera dina skript och appar.',

  turnOnTitle: 'Kräva autentisering?',
  turnOnAdvice:
    'Från och med nästa anrop nekar profil-API:et anrop utan aktuell token. Se till att dina skript och appar skickar dess Authorization-huvud.',
  turnOnClosedTitle: 'Kräva autentisering utan token?',
  turnOnClosedAdvice:
    'Det finns ingen giltig token. Alla anrop till profil-API:et nekas tills du genererar en och dina skript och appar skickar den.',
  turnOn: 'Aktivera',
  turnOffTitle: 'Sluta kräva autentisering?',
  turnOffAdvice: 'Från och med nästa anrop kan alla som känner till klientkoden skapa och ändra profiler.',
  turnOffKeeps: 'Aktuell token behålls: den fungerar igen när du aktiverar autentiseringen på nytt.',
  turnOff: 'Inaktivera',
  cancel: 'Avbryt',

  authenticationToken: 'Autentiseringstoken',
  expiresIn: 'Förfaller om',
  expired: 'Har gått ut',
  created: 'Skapad',
  createdBy: (when, who) => `${when} av ${who}`,
  lastUsed: 'Senast använd',
  notUsedYet: 'Inte använd än',
  reveal: 'Visa',
  hide: 'Dölj',
  header: 'Authorization-huvud',
  exampleCall: 'Exempelanrop',
  envLine: 'Rad i en .env-fil',
  exampleCallIn: (tool) => `Exempelanrop, ${tool}`,

  generate: 'Generera ny token för profilautentisering',
  generateTakesRights: 'Att generera en token kräver administratörsroll eller minst godkännarbehörighet.',
  turnOnFirst: 'Aktivera ”Kräv autentisering” först.',
  youChooseOverlap: 'Du väljer om aktuell token ska fungera vidare vid sidan av den nya.',
  worksFor: (duration) => `Den fungerar i ${duration}.`,
  chooseLifetime: 'Välj hur länge…',
  generated: 'En ny token har genererats.',
  tokenHidden: 'Token är dold igen.',
  currentToken: (when, who) => `Aktuell token genererades den ${when} av ${who}.`,
  thereIsNoToken: 'Det finns ingen token.',
}
