import type { Words } from './en.ts'

export const words: Words = {
  title: 'Logga in',
  email: 'E-post',
  password: 'Lösenord',
  submit: 'Logga in',
  emailNeeded: 'Ange din e-postadress.',
  passwordNeeded: 'Ange ditt lösenord.',
  lostAdvice:
    'Har du tappat bort lösenordet eller länken? Be en administratör för den här konsolen om en ny konfigurationslänk. Finns det ingen annan kan den som driver tjänsten skapa en.',
  lostAtProvider: (name) =>
    `Kommer du inte in med ${name}? Be en administratör för den här konsolen om en konfigurationslänk och öppna den med ditt konto där. Finns det ingen annan, vänd dig till den som driver tjänsten.`,
  withPasskey: 'Logga in med en passnyckel',
  secondTitle: 'Bekräfta att det är du',
  secondAdvice: 'Lösenordet stämde. Använd nu din passnyckel.',
  codeAdvice: 'Lösenordet stämde. Ange nu en återställningskod.',
  usePasskey: 'Använd passnyckel',
  useCode: 'Använd en återställningskod i stället',
  code: 'Återställningskod',
  codeHint: 'En av de tio som kom med din första passnyckel. Varje kod fungerar en gång.',
  codeNeeded: 'Ange en återställningskod.',
  codeRefused: 'Det här är ingen av dina återställningskoder, eller så är den redan använd.',
  usePasskeyInstead: 'Använd en passnyckel i stället',
  startAgain: 'Börja om',
  lostPasskeyAdvice:
    'Har du tappat bort både passnycklar och återställningskoder? En administratör för den här konsolen kan ta bort dina passnycklar, så att du loggar in med lösenordet.',
  firstTitle: 'Lägg till en passnyckel för att fortsätta',
  firstAdvice:
    'Det du får göra här kräver mer än ett lösenord. Passnyckeln finns i din enhet, och du bekräftar med fingeravtryck, ansikte eller PIN-kod.',
  goOn: 'Jag har sparat dem, fortsätt',
  signedOut: 'Du är utloggad',
  endedTitle: 'Din session har upphört',
  endedAdvice: 'Logga in för att fortsätta där du var.',
  undoneAdvice: 'Det du senast bad om utfördes inte. Logga in för att fortsätta där du var.',
  noCookieTitle: 'Webbläsaren har inte sparat din session',
  noCookieAdvice: (host) =>
    `Sessionen sparas i en kaka. Tillåt kakor för ${host} i webbläsaren och logga in igen.`,
  setUpTitle: 'Ingen har konfigurerat den här tjänsten än',
  setUpAdvice: 'Öppna konfigurationslänken som tjänsten visade när den startade.',
}
