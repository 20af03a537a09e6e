import type { Words } from './en.ts'

export const words: Words = {
  signInWith: (name) => `Logga in med ${name}`,
  or: 'eller',
  signingIn: 'Du loggas in…',
  failedTitle: 'Du är inte inloggad',
  again: 'Tillbaka till inloggningen',
  lostTitle: 'Du har färre behörigheter än förut',
  lostAdvice: (roles) =>
    `Inloggningstjänsten ger dig nu: ${roles}. Är det fel, fråga den som sköter dina grupper där.`,
  goOn: 'Fortsätt',
  againTitle: 'Du har loggat in igen',
  againAdvice: 'Gå tillbaka till fönstret som du kom från: där fortsätter det. Det här kan du stänga.',
  notAgainTitle: 'Du har inte loggat in igen',
  notAgainAdvice: 'Stäng det här fönstret och försök igen i det som du kom från.',
  stillTitle: 'Du är fortfarande inloggad',
  refusals: {
    'sign-in-out-of-date':
      'Den här inloggningen är redan avslutad, tog mer än tio minuter eller började i en annan webbläsare. Logga in på nytt.',
    'provider-refused': 'Inloggningstjänsten släppte inte in dig, eller så avbröt du där.',
    'provider-unavailable':
      'Inloggningstjänsten svarar inte. Försök igen om en stund, eller logga in på annat sätt.',
    'provider-not-trusted':
      'Det går inte att lita på svaret från inloggningstjänsten, så du blev inte inloggad. Säg till den som driver tjänsten.',
    'provider-clock-off':
      'Klockorna hos inloggningstjänsten och den här tjänsten skiljer sig mer än fem minuter. Säg till den som driver tjänsten.',
    'provider-refuses-us':
      'Inloggningstjänsten nekar den här tjänsten så som den är inställd. Säg till den som driver tjänsten.',
    suspended:
      'Du är avstängd här: någon som administrerar har stoppat dig från att logga in. Fråga en administratör.',
    'another-account':
      'Du loggade in hos inloggningstjänsten med ett annat konto än det som du är inloggad med här.',
    'provider-not-fresh':
      'Inloggningstjänsten säger inte att du nyss har visat vem du är där. Logga ut och logga in på nytt; blir det likadant, säg till den som driver tjänsten.',
    'no-role':
      'Ditt konto hos inloggningstjänsten ger dig ingen roll här, eller ingen längre. Fråga den som sköter dina grupper där.',
    'not-invited':
      'Ingen här är känd genom ditt konto hos inloggningstjänsten. Be en administratör om en inbjudan och öppna den med det kontot.',
    'email-not-verified':
      'Inloggningstjänsten har ingen e-postadress för ditt konto, eller har inte bekräftat den. Fråga den som sköter ditt konto där.',
    'other-sign-in':
      'Någon här har redan din e-postadress eller ditt konto och loggar in på annat sätt. Är det du, be en administratör om en konfigurationslänk och öppna den med ditt konto.',
    'password-sign-in-off': 'Ingen loggar in med lösenord här. Använd inloggningstjänsten.',
    'provider-sign-in-only': 'Dina roller kommer från inloggningstjänsten. Logga in där.',
  },
}
