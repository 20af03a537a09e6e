import type { Words } from './en.ts'

export const words: Words = {
  title: 'Logga in igen',
  advice:
    'För att göra det här bekräftar du ännu en gång att det är du. Sedan görs det; inget som du har fyllt i eller valt går förlorat.',
  password: 'Ditt lösenord',
  passwordNeeded: 'Ange ditt lösenord.',
  wrongPassword: 'Det här är inte ditt lösenord.',
  goOn: 'Fortsätt',
  usePasskey: 'Bekräfta med en passnyckel',
  signInAgainWith: (name) => `Logga in igen med ${name}`,
  isOpen: (name) =>
    `${name} är öppet i ett eget fönster. När du har loggat in där fortsätter det här av sig självt.`,
  isBlocked: 'Webbläsaren öppnade inget fönster.',
  open: (name) => `Öppna ${name}`,
  cancel: 'Avbryt',
  noWay: 'Det finns inget sätt för dig att logga in igen här. Logga ut och logga in på nytt.',
}
