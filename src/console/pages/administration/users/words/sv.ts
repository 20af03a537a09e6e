import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')

export const words: Words = {
  title: 'Användare',
  advice: 'Vem som får göra vad, i varje arbetsyta.',
  workspaces: 'Arbetsytor…',
  invite: 'Bjud in personer',
  people: 'Personer',
  of: (act, name) => `${act}: ${name}`,
  cancel: 'Avbryt',
  close: 'Stäng',
  done: 'Klar',

  search: 'Namn eller e-post',
  role: 'Roll',
  anyRole: 'Alla roller',
  workspace: 'Arbetsyta',
  anyWorkspace: 'Alla arbetsytor',
  state: 'Status',
  states: {
    all: (count) => `Alla ${count}`,
    active: (count) => `Aktiva ${count}`,
    invited: (count) => `Inbjudna ${count}`,
    suspended: (count) => `Avstängda ${count}`,
  },
  none: 'Ingen hittades. Välj andra filter, eller bjud in personer.',
  showMore: 'Visa fler',
  columns: { person: 'Person', roles: 'Roller', state: 'Status', lastSeen: 'Senast sedd', acts: 'Ändra' },
  you: 'Du',
  nameless: 'Har inte angett något namn än',
  holdsNothing: 'Inga',
  never: 'Aldrig',
  kinds: { active: 'Aktiv', invited: 'Inbjuden', suspended: 'Avstängd' },
  linkWorks: (date) => `länken fungerar till den ${date}`,
  linkEnded: (date) => `länken gick ut den ${date}`,
  suspended: (date, by) => `${date}, av ${by}`,
  change: 'Ändra…',

  inviteTitle: 'Bjud in personer',
  inviteAdvice: 'Var och en får en egen länk som fungerar en gång, i 7 dagar.',
  emails: 'E-postadresser',
  emailsHint: 'En per rad, eller med komma emellan.',
  emailsNeeded: 'Ange minst en e-postadress.',
  wrongEmails: (wrong) => `Det här är ingen e-postadress: ${wrong}`,
  tooManyEmails: (most) => `Bjud in högst ${most} personer åt gången.`,
  taken: (emails) => `Finns redan i listan: ${emails}. Ta bort dem här, eller ändra deras roller där.`,
  wrongRoles: 'Välj minst en roll.',
  roles: 'Roller',
  inWorkspace: 'I arbetsytan',
  takeAway: 'Ta bort',
  addRole: 'Lägg till en roll',
  addAnotherRole: 'Lägg till en roll i en annan arbetsyta',
  sendByMail: 'Skicka länken med e-post också',
  mailLanguage: 'På',
  noMail: 'Ingen e-postserver är inställd, så du lämnar över länken själv.',
  shownAfter: 'Du ser varje länk en gång, efter inbjudan, vare sig den skickas eller inte.',
  inviteCount: (count) =>
    plural(count, { one: `Bjud in ${count} person`, other: `Bjud in ${count} personer` }),

  links: (count) => plural(count, { one: 'Länken', other: 'Länkarna' }),
  shownOnce: 'Det här visas nu och aldrig mer. Lämna över det som ett lösenord.',
  linkOf: (name) => `Länk till ${name}`,
  worksUntil: (date) => `Fungerar en gång, till den ${date}.`,
  mailSent: 'E-postservern tog emot meddelandet.',
  mailFailed: 'Det gick inte att skicka med e-post: lämna över länken själv.',

  newLink: 'Ny länk…',
  newLinkOf: (name) => `Ny länk till ${name}`,
  makeLink: 'Skapa länk',
  renewAdvice: 'Länken som personen har slutar fungera.',
  newPasswordAdvice:
    'Med den väljer personen ett nytt lösenord. Det gamla gäller tills dess; en tidigare länk slutar fungera.',
  newWayAdvice: (provider) =>
    `Med den väljer personen ett nytt lösenord, eller loggar i fortsättningen in med sitt konto hos ${provider}. Det gamla lösenordet gäller tills ett nytt är valt; en tidigare länk slutar fungera.`,
  newAccountAdvice: (provider) =>
    `Med den loggar personen i fortsättningen in med sitt konto hos ${provider}. En tidigare länk slutar fungera.`,

  invitedAdvice:
    'Personen har inte tackat ja än. För att erbjuda andra roller drar du tillbaka inbjudan och bjuder in på nytt.',
  takesSysadmin:
    'En ny länk, utloggning överallt, avstängning och borttagning kräver en systemadministratör.',
  saveRoles: 'Spara roller',
  may: {
    observer: 'Det här får en observatör göra',
    editor: 'Det här får en redaktör göra',
    publisher: 'Det här får en publicerare göra',
    approver: 'Det här får en godkännare göra',
    admin: 'Det här får en administratör göra',
    sysadmin: 'Det här får en systemadministratör göra',
  },
  mayNothing: 'Den som saknar roll får inte göra något här',
  mayNot: 'Inte:',
  abilities: {
    see: 'Se inställningar och batcher',
    switch: 'Slå på och av ”Kräv autentisering”',
    token: 'Generera, avsluta, se och kopiera tokenen',
    watch: 'Se anropare, meddelanden och granskningsloggen',
    invite: 'Bjuda in personer till arbetsytan och ge roller där',
    manage: 'Stänga av och ta bort personer, skapa arbetsytor',
  },

  signOut: 'Logga ut överallt…',
  takePasskeys: 'Ta ifrån passnycklar…',
  suspend: 'Stäng av…',
  reinstate: 'Släpp in igen',
  remove: 'Ta bort…',
  withdraw: 'Dra tillbaka inbjudan…',
  asked: {
    lower: {
      title: (name) => `Ta ifrån ${name} roller?`,
      advice:
        'Det gäller från nästa anrop. En konfigurationslänk som inte har använts slutar fungera, liksom länkar till andra som personen inte längre skulle få skapa.',
      confirm: 'Ta bort roller',
    },
    'sign-out': {
      title: (name) => `Logga ut ${name} överallt?`,
      advice:
        'Alla sessioner avslutas genast, även skriptens, och likaså en länk som inte har använts. Personen kan logga in igen.',
      confirm: 'Logga ut',
    },
    'take-passkeys': {
      title: (name) => `Ta ifrån ${name} alla passnycklar?`,
      advice:
        'För den som har tappat bort dem. Återställningskoder och sessioner upphör också, och därefter loggar personen in utan passnyckel. Försäkra dig om att det verkligen är personen själv som ber om det.',
      confirm: 'Ta ifrån',
    },
    suspend: {
      title: (name) => `Stänga av ${name}?`,
      advice:
        'Alla sessioner avslutas genast, och personen kan inte logga in förrän någon släpper in hen igen. Länkar som personen har skapat till andra slutar också fungera. Rollerna behålls.',
      confirm: 'Stäng av',
    },
    remove: {
      title: (name) => `Ta bort ${name}?`,
      advice:
        'Alla sessioner avslutas genast och rollerna försvinner. Länkar som personen har skapat till andra slutar också fungera. Det går inte att ångra. Granskningsloggen behåller namnet.',
      confirm: 'Ta bort',
    },
    withdraw: {
      title: (name) => `Dra tillbaka inbjudan till ${name}?`,
      advice: 'Länken slutar fungera.',
      confirm: 'Dra tillbaka',
    },
  },
  saidDone: {
    suspend: (name) => `${name} är avstängd.`,
    reinstate: (name) => `${name} kan logga in igen.`,
    remove: (name) => `${name} är borttagen.`,
    withdraw: (name) => `Inbjudan till ${name} är tillbakadragen.`,
    'sign-out': (name) => `${name} är utloggad överallt.`,
    'take-passkeys': (name) => `${name} har inga passnycklar längre.`,
  },
  saidRoles: (name) => `Rollerna för ${name} är ändrade.`,
  refusals: {
    'last-way-to-sign-in': {
      title: 'Personen skulle inte kunna logga in längre',
      advice: 'Utan passnycklarna skulle inget sätt finnas kvar.',
    },
    'last-administrator': {
      title: 'Det här är den sista systemadministratören som kan logga in',
      advice:
        'Ingen skulle längre kunna administrera konsolen. Gör först någon annan till systemadministratör.',
    },
    'precondition-failed': {
      title: 'Någon har ändrat det här sedan du såg det',
      advice: 'Din ändring gjordes inte. Kontrollera vad som gäller nu och gör sedan om den.',
    },
    'not-found': {
      title: 'Det här finns inte längre',
      advice: 'Någon tog bort det, eller så har inbjudan antagits, förnyats eller dragits tillbaka.',
    },
    conflict: {
      title: 'Någon hann före',
      advice: 'Din ändring gjordes inte. Kontrollera vad som gäller nu.',
    },
    'name-taken': { title: 'Det finns en arbetsyta med det namnet', advice: 'Välj ett annat namn.' },
    'too-many-workspaces': {
      title: 'Det finns 100 arbetsytor, vilket är det högsta antalet',
      advice: 'Ta bort en som ingen använder.',
    },
    'mail-not-set-up': {
      title: 'Ingen e-postserver är inställd längre',
      advice: 'Skapa länken utan att skicka den, och lämna över den själv.',
    },
  },

  workspacesTitle: 'Arbetsytor',
  workspacesAdvice:
    'Roller gäller i arbetsytor. En arbetsyta kan tas bort när ingen har en roll där eller är inbjuden dit.',
  workspaceName: 'Namn',
  newWorkspace: 'Ny arbetsyta',
  addWorkspace: 'Lägg till',
  saveName: 'Spara',
  rename: 'Byt namn',
  removeWorkspace: 'Ta bort…',
  askedWorkspace: {
    title: (name) => `Ta bort arbetsytan ${name}?`,
    advice: 'Ingen har en roll där. Det går inte att ångra.',
    confirm: 'Ta bort',
  },
  peopleIn: (count, written) => plural(count, { one: `${written} person`, other: `${written} personer` }),
  defaultStays: 'Den kan inte tas bort.',
  wrongName: 'Ange ett namn på högst 100 tecken, utan styrtecken.',
}
