import type { Words } from './en.ts'

export const words: Words = {
  title: 'Driftsättning, steg för steg',
  advice:
    'Från ett profil-API som vem som helst kan skriva till, till ett som bara släpper in dina skript och appar, utan att något av dem oväntat slutar fungera.',
  toImplementation: 'Till Implementering',

  approver: {
    title: 'För godkännaren',
    parts: {
      before: {
        title: 'Se vem som anropar',
        steps: {
          look: {
            title: 'Låt ”Kräv autentisering” vara av och titta på ”Anropare”.',
            advice:
              'Varje anrop räknas, med eller utan token. Vänta ut en hel omgång av det jobb som körs mest sällan: det som körs en gång i månaden syns efter en månad.',
          },
          name: {
            title: 'Ge anroparna namn.',
            advice:
              'Gör det medan du vet vems adressen är. Fråga runt om dem som ingen känner till: det är de som skulle sluta fungera.',
          },
        },
      },
      prepare: {
        title: 'Förbered',
        steps: {
          prepare: {
            title: 'Förbered en token.',
            advice: 'Anrop får skicka den direkt; den krävs först när du slår på autentiseringen.',
          },
          handOut: {
            title: 'Dela ut huvudet.',
            advice:
              'Välj under ”Autentiseringstoken” den form som utvecklaren behöver, kopiera den och lämna över den som du skulle lämna över ett lösenord.',
          },
          watch: {
            title: 'Följ hur anroparna går över.',
            advice:
              'Sidan räknar dem som skickar den. Om en anropare som inte har anropat sedan tokenen skapades vet man inget än.',
          },
        },
      },
      turnOn: {
        title: 'Slå på',
        steps: {
          turnOn: {
            title: 'Slå på ”Kräv autentisering”.',
            advice:
              'Frågan visar vilka anropare som skulle nekas, eller att ingen skulle det. Det gäller från nästa anrop: massuppdateringar, enstaka uppdateringar och läsningar.',
          },
          stay: {
            title: 'Stanna kvar en stund.',
            advice: 'Nekade anrop syns överst på sidan: hur många, vems och varför.',
          },
        },
      },
      refused: {
        title: 'När anrop nekas',
        steps: {
          tell: {
            title: 'Berätta skälet för utvecklaren.',
            advice: 'Vad vart och ett betyder står längre ned.',
          },
          back: {
            title: 'Eller ta ett steg tillbaka.',
            advice:
              'Låt den äldre tokenen fungera igen eller slå av autentiseringen. Sidan visar hur många av de nekade anropen som då hade släppts in.',
          },
        },
      },
      rotate: {
        title: 'Innan den går ut',
        steps: {
          generate: {
            title: 'Välj ”Generera ny token för profilautentisering”.',
            advice:
              '”Förfaller om” visar när det är dags; sidan varnar 14 dygn innan. Välj hur länge den nuvarande tokenen fungerar vid sidan av den nya, till exempel 7 dygn.',
          },
          move: {
            title: 'Dela ut det nya huvudet och följ hur anroparna går över.',
            advice:
              'Om tiden är knapp kan du låta den äldre tokenen fungera längre, som längst tills den går ut.',
          },
          end: {
            title: 'Avsluta den äldre tokenen när den sista anroparen har gått över.',
            advice: 'Var det för tidigt kan du låta den fungera igen.',
          },
        },
      },
      leaked: {
        title: 'När en token har läckt',
        steps: {
          replace: {
            title: 'Generera en ny token och dela ut dess huvud.',
            advice:
              'Låt den som har läckt fungera så kort tid som möjligt: den som har den läser och skriver profiler tills den slutar fungera.',
          },
          forGood: {
            title: 'Avsluta den läckta tokenen för gott.',
            advice:
              'Den kan aldrig fungera igen. Anropare med adresser som du inte känner till kan ha använt den.',
          },
        },
      },
    },
  },

  developer: {
    title: 'För den som utvecklar ett skript eller en app',
    parts: {
      send: {
        title: 'Skicka tokenen',
        steps: {
          keep: {
            title: 'Håll huvudet utanför koden.',
            advice: 'En miljövariabel eller ett lager för hemligheter är rätt plats.',
          },
          send: {
            title: 'Skicka det med varje anrop.',
            advice: 'Det är detsamma på alla språk och gör ingen skada innan det krävs.',
          },
        },
      },
      check: {
        title: 'Kontrollera',
        steps: {
          ask: {
            title: 'Fråga vad tokenen är värd.',
            advice:
              'Det räknas inte som användning. Blir svaret att den inte är aktiv kan godkännaren testa den.',
          },
          warn: {
            title: 'Logga när din token går ut.',
            advice:
              'Från 14 dygn innan, och så snart den har ersatts, står det i det här fältet i huvudet på varje svar från profil-API:et.',
          },
        },
      },
    },
    refusals: {
      title: 'När anrop nekas',
      advice: 'Inget av ett nekat anrop lagras: rätta det och skicka det igen.',
      answer: 'Svaret säger',
      toDo: 'Vad du gör',
      advices: {
        none: 'Anropet kom utan huvudet. Skicka det; se om en proxy eller en omdirigering tar bort det.',
        over: 'Be godkännaren om det nya huvudet, eller om att låta den äldre tokenen fungera igen.',
        expired: 'Be godkännaren om det nya huvudet.',
        unknown:
          'Kopiera den igen: citattecken, en radbrytning eller ett tecken som saknas är vanligt. Jämför adressen.',
        otherClient: 'Jämför klientkoden i adressen med den i ”Kontoinformation”.',
        otherKind: 'Skicka den token för profilautentisering som börjar med tpa_.',
        malformed: 'Skicka huvudet en enda gång, skrivet som ovan, och ingen token i adressen.',
        unavailable: 'Vänta så länge som Retry-After säger och skicka det igen.',
      },
    },
  },
}
