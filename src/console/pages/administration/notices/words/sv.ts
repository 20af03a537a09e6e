import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')
const callers = (_count: number, written: string) => `${written} anropare`

export const words: Words = {
  title: 'Meddelanden',
  advice: 'Vilka som ska få veta, människor och system, innan något slutar fungera.',

  addWebhook: 'Lägg till webhook…',
  addEmail: 'Lägg till e-post…',
  noMailServer: 'E-post kräver en e-postserver. Den som driver tjänsten kan ange en med',
  and: 'och',

  targets: 'Vilka som får veta',
  noTargets: 'Ingen får veta något än. Lägg till en webhook eller en e-postadress.',
  kinds: {
    'token-expiry': 'Token går ut',
    'refused-calls': 'Nekade anrop',
    'stuck-batches': 'Batcher som fastnat',
  },
  inLanguage: (language) => `Språk: ${language}`,
  nothingSent: 'Inget har skickats dit än',
  sendTest: 'Skicka test',
  change: 'Ändra…',
  remove: 'Ta bort…',
  of: (act, name) => `${act} ${name}`,

  webhook: {
    add: 'Lägg till en webhook',
    change: 'Ändra webhooken',
    address: 'Adress',
    addressHint: 'Den börjar med https och anropas med POST.',
    wrongAddress: 'Ange en adress som https://hooks.example.com/profile-api.',
    refusedAddress:
      'Den måste börja med https och leda ut på internet. Den som driver tjänsten kan tillåta egna nätverk med WEBHOOK_NETWORKS.',
  },
  email: {
    add: 'Lägg till en e-postadress',
    change: 'Ändra e-postadressen',
    address: 'E-postadress',
    wrongAddress: 'Ange en e-postadress som ops@example.com.',
    language: 'Språk i dess e-post',
  },
  name: 'Namn',
  nameHint: 'Det du känner igen den på här, till exempel ”Incidentkanalen”.',
  wrongName: 'Ange ett namn på högst 100 tecken, utan styrtecken.',
  tellOf: 'Meddela om',
  tellOfHint: {
    'token-expiry': '30, 14, 7 och 1 dagar innan den nuvarande tokenen går ut, och när den har gått ut',
    'refused-calls': 'när anrop nekas som släpptes in före en ändring',
    'stuck-batches': 'när en batch inte kunde tillämpas och tjänsten ger upp',
  },
  wrongKinds: 'Välj minst ett.',
  tooMany: 'Det finns 20 webhookar och e-postadresser, vilket är flest möjliga. Ta bort någon först.',
  add: 'Lägg till',
  save: 'Spara',
  cancel: 'Avbryt',
  close: 'Stäng',

  secret: 'Hemlighet',
  secretAdvice: 'Anropen signeras med en hemlighet, som visades en gång.',
  replaceSecret: 'Byt hemlighet…',
  replaceTitle: (name) => `Byta hemlighet för ${name}?`,
  replaceAdvice:
    'Från och med nästa anrop signeras de med den nya. Det mottagaren nekar innan den känner till den skickas igen under ett dygn.',
  replace: 'Byt',
  secretOf: (name) => `Hemlighet för ${name}`,
  secretShownOnce:
    'Den visas nu och aldrig igen. Lägg den där mottagaren kontrollerar att ett anrop kommer härifrån.',
  howToVerify: 'Hur det går till står i docs/api.md, enligt Standard Webhooks.',
  done: 'Klar',

  removeTitle: (name) => `Ta bort ${name}?`,
  removeAdvice: 'Den får inte veta något mer, och det som väntar på att skickas dit kastas.',
  removeConfirm: 'Ta bort',

  saidAdded: (name) => `${name} har lagts till.`,
  saidChanged: (name) => `${name} har ändrats.`,
  saidRemoved: (name) => `${name} har tagits bort.`,

  next: 'Härnäst',
  expires: (lastFour, when) => `Token …${lastFour} går ut den ${when}.`,
  told: (count) =>
    plural(count, {
      one: 'En mottagare får veta det de här dagarna.',
      other: `${count} mottagare får veta det de här dagarna.`,
    }),
  nobodyTold: 'Ingen får veta det',
  nobodyToldAdvice: 'Ingen webhook och ingen e-postadress har ”Token går ut” bland det den får veta.',
  daysBefore: (days) => plural(days, { one: '1 dag före', other: `${days} dagar före` }),
  whenExpired: 'när den har gått ut',
  noToken: 'Det finns ingen giltig token, så ingen kommer att gå ut.',

  sent: 'Skickat',
  sentAdvice: 'Sparas i 30 dagar',
  filter: 'Visa',
  filters: {
    all: (count) => `Alla ${count}`,
    waiting: (count) => `Väntar ${count}`,
    failed: (count) => `Misslyckade ${count}`,
  },
  none: {
    all: 'Inget har skickats de senaste 30 dagarna.',
    waiting: 'Inget väntar på att skickas.',
    failed: 'Inget har misslyckats.',
  },
  columns: { notice: 'Meddelande', to: 'Till', when: 'När', result: 'Resultat', acts: 'Åtgärder' },
  removed: 'borttagen sedan dess',
  tryNow: 'Försök nu',
  showOlder: 'Visa äldre',

  notices: {
    expiring: (lastFour, days) =>
      plural(days, {
        one: `Token …${lastFour} går ut om 1 dag`,
        other: `Token …${lastFour} går ut om ${days} dagar`,
      }),
    expired: (lastFour) => `Token …${lastFour} har gått ut`,
    callers,
    callersAmong: (count, written, names) => `${callers(count, written)}, bland dem ${names}`,
    unused: 'Ingen använder den',
    usedBy: (who) => `Används av ${who}`,
    refused: {
      'turned-on': () => 'Anrop nekas sedan autentiseringen slogs på',
      replaced: (lastFour) => `Anrop nekas sedan …${lastFour} ersattes`,
      'overlap-ended': (lastFour) => `Anrop nekas sedan tiden för …${lastFour} var slut`,
      ended: (lastFour) => `Anrop nekas sedan …${lastFour} avslutades`,
      expired: (lastFour) => `Anrop nekas sedan …${lastFour} gick ut`,
    },
    stuck: 'En batch har fastnat',
    rows: (rows, written, applied) =>
      `${plural(rows, { one: `${written} rad`, other: `${written} rader` })}, ${applied} tillämpade`,
    test: 'Test',
    by: (who) => `av ${who}`,
  },

  outcome: {
    delivered: 'Levererat',
    failed: 'Misslyckades',
    beingSent: 'Skickas just nu',
    waiting: 'Väntar på att skickas',
    waitingForTry: (next) => `Väntar på försök ${next}`,
    took: (duration) => `på ${duration}`,
    answer: (status) => `svar ${status}`,
    tries: (count) => plural(count, { one: '1 försök', other: `${count} försök` }),
    before: (failure) => `Dessförinnan: ${failure}`,
  },
  failures: {
    answered: (status, said) => `Svar ${status}${said === '' ? '' : `: ${said}`}`,
    'timed-out': 'Inget svar inom 8 sekunder',
    'address-refused': 'Adressen leder till ett eget nätverk, dit webhookar inte får gå',
    'not-https': 'Adressen börjar inte med https',
    'name-unknown': 'Värdens namn är inte känt',
    'not-connected': (said) => `Ingen anslutning${said === '' ? '' : `: ${said}`}`,
    certificate: (said) => `Dess certifikat godtogs inte${said === '' ? '' : `: ${said}`}`,
    'mail-refused': (said) => `E-postservern svarade: ${said === '' ? '…' : said}`,
    'mail-not-set-up': 'Tjänsten har ingen e-postserver',
    'secret-unreadable': 'Dess hemlighet går inte längre att läsa: byt den',
    fault: 'Ett fel i tjänsten, som dess logg berättar mer om',
  },
}
