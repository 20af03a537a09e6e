import type { Messages } from './en.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('sv')

/** Vad konsolen säger på svenska; den duar. */
export const sv: Messages = {
  language: 'sv',
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Hoppa till innehållet',
    navigation: 'Sidor',
    groups: { administration: 'Administration', profiles: 'Profiler' },
    pages: {
      implementation: 'Implementering',
      users: 'Användare',
      auditLog: 'Granskningslogg',
      notices: 'Meddelanden',
      batches: 'Batcher',
      tryFile: 'Prova en fil',
      lookUp: 'Uppslag',
    },
    refusedCalls: (count, written) =>
      plural(count, { one: `${written} nekat anrop`, other: `${written} nekade anrop` }),
    client: 'Klient',
    documentation: 'Dokumentation',
    keyboard: 'Kortkommandon',
    help: 'Hjälp',
    theme: 'Tema',
    language: 'Språk',
    account: (name) => `Ditt konto: ${name}`,
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

  tones: { info: 'Information:', success: 'Klart:', warning: 'Varning:', error: 'Fel:' },

  timesAreIn: (timeZone) => `Tiderna anges i tidszonen ${timeZone}.`,

  copying: {
    copy: 'Kopiera',
    copied: 'Kopierat',
    press: (keys) => `Tryck på ${keys} för att kopiera`,
    hold: 'Håll fingret på den markerade texten för att kopiera',
  },

  failures: {
    loadFailed: 'Sidan kunde inte läsas in',
    brokenPage: 'Något gick fel på sidan',
    brokenPageAdvice:
      'Det är ett fel i konsolen. Försök igen. Kontakta den som driver tjänsten om felet återkommer.',
    missingPart: 'En del av konsolen saknas',
    missingPartAdvice: 'Den har uppdaterats under tiden eller så bröts anslutningen. Läs in sidan igen.',
    loadAgain: 'Läs in sidan igen',
    failed: 'Något gick fel i tjänsten.',
    unreachable: 'Tjänsten kunde inte nås. Kontrollera din anslutning.',
    unreadable: 'Tjänsten svarade med något som konsolen inte förstår.',
    notKnown: 'Det går inte att säga om det blev gjort.',
    outOfDate: 'Det du ser kan vara inaktuellt',
    requestId: 'Begärans-ID',
    tryAgain: 'Försök igen',
    refusals: {
      notUnderstood: 'Tjänsten godtog inte det som konsolen skickade. Läs in sidan igen.',
      signedOut: 'Du är inte längre inloggad. Logga in igen.',
      setUpRequired: 'Ingen har konfigurerat den här tjänsten än.',
      signInRefused: 'E-postadressen och lösenordet stämmer inte överens.',
      forbidden: {
        anyRole:
          'Du har ingen roll här och det här kräver en, vilken som helst. Be en systemadministratör om det.',
        approver: 'Din roll tillåter inte detta. Det kräver behörighet som godkännare eller administratör.',
        admin: 'Din roll tillåter inte detta. Det kräver administratörsbehörighet i arbetsytan.',
        sysadmin: 'Det här kräver en systemadministratör.',
      },
      notSameOrigin: 'Tjänsten godtar bara ändringar från sin egen adress. Öppna konsolen på den adressen.',
      notFound: 'Det du begärde finns inte längre.',
      changed: 'Något har ändrats sedan du såg det. Kontrollera vad som gäller nu och försök sedan igen.',
      tooManyTokens:
        'Utöver den nuvarande tokenen fungerar redan fyra äldre, vilket är det högsta antalet. Avsluta en av dem först.',
      tooManyAttempts: (wait) => `För många inloggningsförsök. Försök igen om ${wait}.`,
      unavailable: 'Tjänsten kan inte göra detta just nu. Vänta en stund och försök igen.',
    },
    first: {
      settings: (who, when) =>
        `Inställningarna är inte längre de du såg: ${who} ändrade dem den ${when}. Kontrollera dem och gör sedan om ändringen.`,
      other: (who, when) => `${who} ändrade detta den ${when}. Kontrollera och gör sedan om ändringen.`,
      token: {
        generated: (who, when) => `${who} genererade en token den ${when}. Det är den som gäller nu.`,
        ended: (who, when) => `${who} avslutade den här tokenen den ${when}. Anrop med den nekas.`,
        prolonged: (who, when) =>
          `${who} gav den här tokenen mer tid den ${when}. Nedan ser du hur länge den fungerar.`,
      },
    },
    refused: (words) => `Tjänsten nekade detta: ”${words}”`,
  },
}
