import type { Words } from './en.ts'

export const words: Words = {
  title: 'Dokumentation',
  advice: 'Vad konsolen gör, hur program anropar dess API och hur den drivs. Texterna är på engelska.',
  onThisPage: 'På den här sidan',
  toConsole: 'Tillbaka till konsolen',
  names: {
    'going-live': 'Driftsättning',
    api: 'API-guide',
    reference: 'API-referens',
    roles: 'Roller',
    operating: 'Drift',
    security: 'Säkerhet',
  },
  about: {
    'going-live':
      'Från ett öppet profil-API till ett som bara släpper in den som skickar tokenen: för godkännare och för dem som utvecklar jobben.',
    api: 'Hur skript loggar in, uppdaterar och läser profiler, byter token och tar reda på vad som hände.',
    reference:
      'Varje anrop med vad det tar emot och vad det svarar, så som /openapi.json beskriver det för program.',
    roles: 'Vem som får göra vad, efter roll.',
    operating:
      'För den som driver tjänsten: inställningar, säkerhetskopiering, PostgreSQL, mätvärden och larm.',
    security: 'Vad som hålls hemligt och hur, och vad som har granskats mot OWASP ASVS 5.0.',
  },
  reference: {
    parameters: 'Parametrar',
    body: 'Innehåll',
    answers: 'Svar',
    name: 'Namn',
    place: 'I',
    type: 'Typ',
    needed: 'Obligatorisk',
    meaning: 'Betydelse',
    yes: 'ja',
    no: 'nej',
  },
}
