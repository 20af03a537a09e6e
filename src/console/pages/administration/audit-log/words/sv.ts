import type { Words } from './en.ts'

export const words: Words = {
  title: 'Granskningslogg',
  advice: 'Vad som har ändrats, visats eller nekats, och av vem.',
  exportCsv: 'Exportera CSV',
  exportJsonLines: 'Exportera JSON-rader',

  unbroken: (since) => `Obruten sedan ${since}.`,
  chained: (count, written, checked) =>
    count === 1
      ? `${written} post, kontrollerad ${checked}.`
      : `${written} poster, var och en länkad till den föregående, kontrollerade ${checked}.`,
  notChecked: 'Tjänsten har inte kontrollerat än om posterna är obrutna.',
  broken: 'Poster har ändrats, och inte av tjänsten',
  faults: {
    changed: (record) => `Post ${record}, eller den före, har ändrats.`,
    inserted: (record) => `Post ${record} har lagts in.`,
    moved: (record) => `Post ${record} står inte där den skrevs.`,
    missing: (record) => `Poster saknas från och med nummer ${record}.`,
    last: (record) => `Post ${record} är inte den som skrevs sist.`,
    removal: (record) =>
      `Post ${record} säger att äldre poster togs bort, men det var inte tjänsten som tog bort dem, eller så har den en annan krypteringsnyckel nu.`,
    rewritten: (record) => `Post ${record} är en annan än när tjänsten kontrollerade den förut.`,
  },
  faultWithoutPlace: 'Det går inte att säga vid vilken post.',
  ofNoClient: 'Det är en av de äldre posterna, som inte nämner någon klient och inte står i den här listan.',
  furtherFaults: (_count, written) => `Det är ${written} fel sammanlagt.`,
  checkedAt: (when) => `Kontrollerat ${when}.`,
  verify: 'Den som driver tjänsten får veta alla med',
  kept: (duration) => `Poster sparas i ${duration}.`,
  keptForEver: 'Poster tas aldrig bort.',
  exportIsRecorded: 'Även export loggas.',

  person: 'Person',
  anyone: 'Vem som helst',
  act: 'Händelse',
  everything: 'Alla',
  allButSignIns: 'Alla utom inloggningar',
  from: 'Från',
  to: 'Till',
  toBeforeFrom: 'Det är före den första dagen, så det finns inget att visa.',
  clear: 'Rensa filter',
  notUnderstood: 'En del av adressen betyder inget här och har utelämnats',

  records: 'Poster',
  found: (count, written) => (count === 1 ? `${written} post` : `${written} poster`),
  moreThan: (written) => `Fler än ${written} poster`,
  exportHolds: 'En export innehåller det som filtren visar.',
  zone: (zone) => `Dagar och tider gäller ${zone}.`,
  none: 'Inget av det som har hänt stämmer med filtren.',
  showOlder: 'Visa äldre poster',
  refused: 'Nekat:',
  thisMachine: 'den här datorn',
  unreadable: 'Posten har ändrats, och inte av tjänsten. Den går inte att läsa längre.',

  who: {
    scriptOf: (name) => `Ett skript från ${name}`,
    someone: 'Någon',
    operator: 'Den som driver tjänsten',
    service: 'Tjänsten',
  },
  token: {
    profile: (lastFour) => `den token som slutar på ${lastFour}`,
    aProfile: 'en token',
    debugger: (lastFour) => `den felsökningstoken som slutar på ${lastFour}`,
    aDebugger: 'en felsökningstoken',
  },
  target: {
    webhook: (name) => `webhooken ${name}`,
    email: (name) => `e-postadressen ${name}`,
  },
  unknownPerson: 'någon som inte är känd här',
  unknownCaller: 'utan adress och namn',
  noRole: 'ingen roll',
  requireAuthentication: 'Kräv autentisering',
  jsonLines: 'JSON-rader',
  on: 'på',
  off: 'av',
  notSet: 'inte angivet',

  sentences: {
    started: (who, version) => `${who} startade, i version ${version}`,
    stoppedAsAsked: (who) => `${who} stoppade på begäran`,
    stoppedByFault: (who) => `${who} stoppade efter ett fel som bara en omstart rättar till`,
    databaseMoved: (who) => `${who} flyttade alla data från SQLite till PostgreSQL`,
    turnedOn: (who, control) => `${who} aktiverade ${control}`,
    turnedOff: (who, control) => `${who} inaktiverade ${control}`,
    andChanged: (names) => ` och ändrade ${names}`,
    settingChanged: (who, name, before, after) =>
      `${who} ändrade inställningen ${name} från ${before} till ${after}`,
    settingChangedTo: (who, name, after) => `${who} ändrade inställningen ${name} till ${after}`,
    settingsChanged: (who, names) => `${who} ändrade inställningar: ${names}`,
    generated: (who, token) => `${who} genererade ${token}`,
    oldEnded: '; den förra slutade fungera genast',
    oldWorksOn: (duration) => `; den förra fick fungera vidare i ${duration}`,
    extended: (who, token, after, before) =>
      `${who} lät ${token} fungera till den ${after}; förut: ${before}`,
    ended: (who, token) => `${who} avslutade ${token}`,
    endedForGood: (who, token) => `${who} avslutade ${token} för gott`,
    restored: (who, token, until) => `${who} lät ${token} fungera igen, till den ${until}`,
    viewed: (who, token) => `${who} såg ${token}`,
    callerNamed: (who, caller, name) => `${who} gav anroparen ${caller} namnet ${name}`,
    callerUnnamed: (who, caller) => `${who} tog bort namnet på anroparen ${caller}`,
    targetAdded: (who, target) => `${who} lät skicka meddelanden till ${target}`,
    targetChanged: (who, target) => `${who} ändrade hur meddelanden skickas till ${target}`,
    targetRemoved: (who, target) => `${who} slutade skicka meddelanden till ${target}`,
    targetSecretReplaced: (who, target) => `${who} bytte ut hemligheten för ${target}`,
    targetTested: (who, target) => `${who} skickade ett test till ${target}`,
    noticeRetried: (who, name) => `${who} lät skicka ett meddelande till ${name} igen`,
    exported: (who, format) => `${who} exporterade granskningsloggen som ${format}`,
    partExported: (who, format) => `${who} exporterade en del av granskningsloggen som ${format}`,
    removed: (who, count, written, days) =>
      count === 1
        ? `${who} tog bort ${written} granskningspost som var äldre än ${days}`
        : `${who} tog bort ${written} granskningsposter som var äldre än ${days}`,
    signedIn: (who) => `${who} loggade in`,
    signInRefused: (who, name) => `${who} försökte logga in som ${name}`,
    signInOfNobodyRefused: (who) => `${who} försökte logga in med en e-postadress som inte är känd här`,
    signedInAgain: (who) => `${who} loggade in på nytt`,
    signInAgainRefused: (who) => `${who} försökte logga in på nytt och nekades`,
    signedOut: (who) => `${who} loggade ut`,
    failuresExported: (who, count, written, batch) =>
      count === 1
        ? `${who} exporterade ${written} rad i batchen ${batch} som inte verkställdes`
        : `${who} exporterade ${written} rader i batchen ${batch} som inte verkställdes`,
    tried: (who, act, takes) => `${who} försökte ${act}, vilket kräver ${takes}`,
    triedOperation: (who, operation) => `${who} försökte ${operation}, vilket inte är tillåtet`,
    askedByOtherSite: (operation) => `En sida på en annan webbplats begärde ${operation} i en webbläsare`,
    calledTooOften: (who, operation) => `${who} begärde ${operation} för ofta`,
    wrongCode: (who) => `${who} använde en konfigurationslänk som inte gäller eller inte gäller längre`,
    moreOf: (count, written, who) =>
      count === 1
        ? `${written} anrop eller inloggning till av ${who}`
        : `${written} anrop och inloggningar till av ${who}`,
    moreFrom: (count, written, address) =>
      count === 1
        ? `${written} anrop eller inloggning till från ${address}`
        : `${written} anrop och inloggningar till från ${address}`,
    moreFromElsewhere: (count, written) =>
      count === 1
        ? `${written} anrop eller inloggning till från en annan adress`
        : `${written} anrop och inloggningar till från andra adresser`,
    usersListed: (who, count, written) =>
      count === 1
        ? `${who} såg listan över användare: ${written} person`
        : `${who} såg listan över användare: ${written} personer`,
    invited: (who, name, roles) => `${who} bjöd in ${name}: ${roles}`,
    accountSetUp: (who) => `${who} valde ett lösenord med en konfigurationslänk`,
    linkMade: (who, name) => `${who} skapade en konfigurationslänk för ${name}`,
    firstLinkMade: (who) => `${who} skapade konfigurationslänken för den första personen`,
    rolesSet: (who, name, roles) => `${who} bestämde vad ${name} får göra: ${roles}`,
    sessionsEnded: (who, name) => `${who} loggade ut ${name} överallt`,
  },

  acts: {
    'service.started': 'Tjänsten startad',
    'service.stopped': 'Tjänsten stoppad',
    'database.moved': 'Databasen flyttad',
    'settings.updated': 'Inställningar ändrade',
    'token.generated': 'Token genererad',
    'token.extended': 'Token fick mer tid',
    'token.ended': 'Token avslutad',
    'token.restored': 'Token fick fungera igen',
    'token.viewed': 'Token visad',
    'caller.named': 'Anropare fick namn',
    'notice-target.added': 'Ny mottagare av meddelanden',
    'notice-target.changed': 'Mottagare av meddelanden ändrad',
    'notice-target.removed': 'Mottagare av meddelanden borttagen',
    'notice-target.secret-replaced': 'Hemlighet för en webhook utbytt',
    'notice-target.tested': 'Test av meddelanden',
    'notice.retried': 'Meddelande skickat igen',
    'audit.exported': 'Granskningslogg exporterad',
    'audit.removed': 'Granskningsposter borttagna',
    'session.started': 'Inloggning',
    'session.refused': 'Inloggning nekad',
    'session.renewed': 'Ny inloggning',
    'session.renewal-refused': 'Ny inloggning nekad',
    'session.ended': 'Utloggning',
    'batch.failures-exported': 'Rader i en batch exporterade',
    'call.refused': 'Anrop nekat',
    'refusals.counted': 'Fler nekade',
    'users.listed': 'Användare visade',
    'user.created': 'Användare inbjuden',
    'user.set-up': 'Lösenord valt',
    'user.set-up-link-made': 'Konfigurationslänk skapad',
    'user.roles-set': 'Roller bestämda',
    'user.sessions-revoked': 'Utloggad överallt',
  },

  tries: {
    'settings.view': 'se inställningarna',
    'settings.update': 'ändra inställningarna',
    'token.view': 'se token',
    'token.generate': 'generera eller avsluta en token',
    'batches.view': 'se batchar',
    'callers.view': 'se vem som anropar',
    'callers.update': 'ge en anropare namn',
    'notices.view': 'se vem som meddelas',
    'notices.update': 'ändra vem som meddelas',
    'audit.view': 'se granskningsloggen',
    'users.manage': 'se eller ändra användare',
  },
  takes: {
    anyRole: 'en roll',
    approver: 'godkännar- eller administratörsbehörighet',
    sysadmin: 'en systemadministratör',
  },

  facts: {
    when: 'När',
    where: 'Varifrån',
    record: 'Post',
    requestId: 'ID för begäran',
    hash: 'Hashvärde',
    email: 'E-post',
    filters: 'Filter',
    operation: 'Åtgärd',
    address: 'Adress',
    program: 'Programnamn',
    changed: 'Ändrat',
    lastRemoved: 'Sist borttagen',
    setting: (name) => `Inställning ${name}`,
  },
}
