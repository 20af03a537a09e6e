import type { Words } from './en.ts'

export const words: Words = {
  title: 'Konfiguration',
  firstTitle: 'Konfigurera Profile API Console',
  firstAdvice: 'Du är först här och blir därför systemadministratör.',
  invitedTitle: (name) => `Välkommen, ${name}`,
  invitedAdvice: (email) => `Välj ett lösenord. Du loggar in med ${email}.`,
  invitedEitherAdvice: (provider, email) =>
    `Logga in med ${provider}, eller välj ett lösenord och logga in med ${email}.`,
  invitedByProviderAdvice: (provider) =>
    `Logga in med ${provider}. Sedan loggar du in här med ditt konto där.`,
  name: 'Namn',
  email: 'E-post',
  password: 'Lösenord',
  passwordAdvice: (minLength) =>
    `Minst ${minLength} tecken. Alla tecken går bra, även mellanslag; en hel mening fungerar fint.`,
  showPassword: 'Visa lösenordet',
  submit: 'Slutför konfigurationen',
  wrong: {
    name: 'Ange ett namn på högst 100 tecken, utan styrtecken.',
    email: 'Ange en e-postadress, till exempel namn@example.com.',
    password: (minLength, maxLength) => `Välj ett lösenord på ${minLength} till ${maxLength} tecken.`,
  },
  weak: {
    'password-too-common':
      'Det är ett av de lösenord som många använder, eller består av sådana. Välj ett annat, till exempel en egen mening.',
    'password-of-own-words':
      'Det består av ditt namn, din e-post eller produktens eller klientens namn. Välj något som andra inte vet om dig.',
    'password-too-uniform':
      'Det upprepar sig eller följer alfabetet, siffrorna eller tangenterna. Välj något mindre regelbundet.',
  },
  unusableTitle: 'Den här konfigurationslänken går inte att använda',
  unusableAdvice:
    'Be en administratör om en ny. Så länge ingen har konfigurerat tjänsten visas en ny vid varje start.',
  usedAdvice: 'Den har redan använts, har ersatts av en nyare, har dragits in eller har gått ut.',
  incompleteAdvice: 'Öppna hela länken: den slutar med en kod.',
  accept: {
    title: 'Du har redan ett konto här',
    advice:
      'Logga in med det i en annan flik och tacka sedan ja. Du behåller dina roller och får dem som inbjudan ger.',
    signIn: 'Logga in i en annan flik',
    signedOut: 'Du är inte inloggad än.',
    notTheirs: 'Du är inloggad som någon annan, eller så har länken använts, ersatts eller gått ut.',
    accept: 'Tacka ja',
  },
  reloadedTitle: 'Öppna din länk igen',
  reloadedAdvice:
    'Att sidan laddades om har inte förbrukat din länk: den fungerar fortfarande. Koden togs bort ur adressen så att ingen läser den där. Öppna länken en gång till där du fick den.',
  next: {
    title: 'Du är inne. Det här är nästa steg',
    advice: 'Tills du slår på autentiseringen släpps jobben in som förut.',
    steps: {
      turnOn: {
        title: 'Slå på ”Kräv autentisering”.',
        advice: 'Från och med då behöver varje anrop till profil-API:et tokenen.',
      },
      generate: {
        title: 'Generera autentiseringstokenen.',
        advice: 'Den fungerar i 90 dagar, eller så länge du väljer.',
      },
      copy: { title: 'Kopiera huvudet.', advice: 'Det är en enda rad, klar för dina skript och appar.' },
      call: {
        title: 'Anropa med den.',
        advice: 'Under ”Anropare” ser du varje anrop och om tokenen skickades med.',
      },
      invite: {
        title: 'Bjud in de andra.',
        advice:
          'Under ”Användare”. En godkännare kan göra samma sak; var och en får en länk som den du använde.',
      },
    },
    callers: 'Anropar jobb redan? Förbered då en token först, så att inget av dem nekas.',
    goingLive: 'Driftsättning, steg för steg',
    go: 'Gå till Implementering',
  },
}
