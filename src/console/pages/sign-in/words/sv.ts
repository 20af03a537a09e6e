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
  signedOut: 'Du är utloggad',
  endedTitle: 'Din session har upphört',
  endedAdvice: 'Logga in för att fortsätta där du var.',
  undoneAdvice: 'Det du senast bad om utfördes inte. Logga in för att fortsätta där du var.',
  setUpTitle: 'Ingen har konfigurerat den här tjänsten än',
  setUpAdvice: 'Öppna konfigurationslänken som tjänsten visade när den startade.',
}
