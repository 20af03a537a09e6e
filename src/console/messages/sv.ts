import type { Messages } from './en.ts'

/** Vad konsolen säger på svenska; den duar. */
export const sv: Messages = {
  language: 'sv',
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Hoppa till innehållet',
    navigation: 'Sidor',
    administration: 'Administration',
    implementation: 'Implementering',
    theme: 'Tema',
    language: 'Språk',
    themes: { system: 'System', light: 'Ljust', dark: 'Mörkt' },
    account: (name) => `Ditt konto: ${name}`,
    signOut: 'Logga ut',
    roles: {
      observer: 'Observatör',
      editor: 'Redaktör',
      publisher: 'Publicerare',
      approver: 'Godkännare',
      admin: 'Administratör',
      sysadmin: 'Systemadministratör',
    },
    roleIn: (role, workspace) => `${role} i ${workspace}`,
  },

  copying: {
    copy: 'Kopiera',
    copied: 'Kopierat',
    press: (keys) => `Tryck på ${keys} för att kopiera`,
    shortcut: (keys) => `${keys} kopierar fältet när inget är markerat`,
  },

  failures: {
    loadFailed: 'Sidan kunde inte läsas in',
    brokenPage: 'Något gick fel på sidan',
    brokenPageAdvice:
      'Det är ett fel i konsolen. Försök igen. Kontakta den som driver tjänsten om felet återkommer.',
    failed: 'Något gick fel i tjänsten.',
    unreachable: 'Tjänsten kunde inte nås. Kontrollera din anslutning.',
    unreadable: 'Tjänsten svarade med något som konsolen inte förstår.',
    outOfDate: 'Det du ser kan vara inaktuellt',
    requestId: 'ID för begäran',
    tryAgain: 'Försök igen',
    refusals: {
      notUnderstood: 'Tjänsten godtog inte det som konsolen skickade. Läs in sidan på nytt.',
      signedOut: 'Du är inte längre inloggad. Logga in igen.',
      setUpRequired: 'Ingen har konfigurerat den här tjänsten än.',
      signInRefused: 'E-postadressen och lösenordet stämmer inte överens.',
      forbidden:
        'Din roll tillåter inte detta. Det kräver administratörsroll eller minst godkännarbehörighet.',
      notSameOrigin: 'Tjänsten godtar bara ändringar från sin egen adress. Öppna konsolen på den adressen.',
      notFound: 'Det du begärde finns inte längre.',
      changed: 'Någon annan har hunnit göra en ändring. Kontrollera vad som gäller nu och försök sedan igen.',
      tooManyAttempts: 'För många inloggningsförsök. Vänta en stund och försök igen.',
      unavailable: 'Tjänsten kan inte göra detta just nu. Vänta en stund och försök igen.',
    },
    first: {
      settings: (who, when) =>
        `Inställningarna är inte längre de du såg: ${who} ändrade dem den ${when}. Kontrollera dem och gör sedan om ändringen.`,
      token: (who, when) => `${who} genererade en token den ${when}. Det är den som gäller nu.`,
    },
    refused: (words) => `Tjänsten nekade detta: ”${words}”`,
    languageMissing: (name) =>
      `Språket ${name} kunde inte läsas in. Kontrollera din anslutning, läs in sidan på nytt och välj det igen.`,
  },

  signIn: {
    title: 'Logga in',
    email: 'E-post',
    password: 'Lösenord',
    submit: 'Logga in',
    emailNeeded: 'Ange din e-postadress.',
    passwordNeeded: 'Ange ditt lösenord.',
    signedOut: 'Du är utloggad',
    endedTitle: 'Din session har upphört',
    endedAdvice: 'Logga in för att fortsätta där du var.',
    undoneAdvice: 'Det du senast bad om utfördes inte. Logga in för att fortsätta där du var.',
    setUpTitle: 'Ingen har konfigurerat den här tjänsten än',
    setUpAdvice: 'Öppna konfigurationslänken som tjänsten visade när den startade.',
  },

  setUp: {
    title: 'Konfiguration',
    firstTitle: 'Konfigurera Profile API Console',
    firstAdvice: 'Du är först här och blir därför systemadministratör.',
    invitedTitle: (name) => `Välkommen, ${name}`,
    invitedAdvice: (email) => `Välj ett lösenord. Du loggar in med ${email}.`,
    name: 'Namn',
    email: 'E-post',
    password: 'Lösenord',
    passwordAdvice: (minLength) =>
      `Minst ${minLength} tecken. Alla tecken går bra, även blanksteg; en hel mening fungerar fint.`,
    showPassword: 'Visa lösenordet',
    submit: 'Slutför konfigurationen',
    wrong: {
      name: 'Ange ett namn på högst 100 tecken.',
      email: 'Ange en e-postadress, till exempel namn@example.com.',
      password: (minLength, maxLength) => `Välj ett lösenord på ${minLength} till ${maxLength} tecken.`,
    },
    unusableTitle: 'Den här konfigurationslänken går inte att använda',
    unusableAdvice:
      'Be en systemadministratör om en ny. Så länge ingen har konfigurerat tjänsten visas en ny vid varje start.',
    usedAdvice: 'Den har redan använts, har ersatts av en nyare eller har gått ut.',
    incompleteAdvice: 'Öppna hela länken: den slutar med en kod.',
  },

  notFound: {
    title: 'Sidan hittades inte',
    advice: 'Det finns ingen sida på den här adressen.',
    toImplementation: 'Gå till Implementering',
  },

  implementation: {
    title: 'Implementering',
    advice: 'Det som dina skript och appar behöver för att anropa profil-API:et.',

    skipToGenerate: 'Gå till ”Generera ny token för profilautentisering”',
    otherClientTitle: (asked) => `Det finns ingen klient ${asked} här`,
    otherClientAdvice: (ours) => `Den här konsolen gäller klientkoden ${ours}. Det du ser här hör till den.`,

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
    generateTitle: 'Generera en ny token?',
    generateAdvice:
      'Om du återställer den här token kommer API-anrop som använder den aktuella token att misslyckas. Detta kräver uppdatering av skript eller appar som använder denna token.',
    currentLastUsed: (when) => `Aktuell token användes senast den ${when}.`,
    currentNotUsed: 'Aktuell token har inte använts än.',
    generateConfirm: 'Generera ny token',
    generated: 'En ny token har genererats.',
    tokenHidden: 'Token är dold igen.',
    currentToken: (when, who) => `Aktuell token genererades den ${when} av ${who}.`,
    thereIsNoToken: 'Det finns ingen token.',
  },
}
