import { pluralsOf } from '../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')

export const words: Words = {
  title: 'Dokumentation',
  advice: 'Vad konsolen gör, hur program anropar dess API och hur den drivs. Texterna är på engelska.',
  onThisPage: 'På den här sidan',
  toConsole: 'Tillbaka till konsolen',
  names: {
    console: 'Konsolen, sida för sida',
    'going-live': 'Driftsättning',
    api: 'API-guide',
    reference: 'API-referens',
    roles: 'Roller',
    keyboard: 'Kortkommandon',
    operating: 'Drift',
    security: 'Säkerhet',
  },
  about: {
    console: 'Vad varje kort i konsolen visar och vad man kan göra där.',
    'going-live':
      'Från ett öppet profil-API till ett som bara släpper in den som skickar tokenen: för godkännare och för dem som utvecklar jobben.',
    api: 'Hur skript loggar in, uppdaterar och läser profiler, byter token och tar reda på vad som hände.',
    reference:
      'Varje anrop med vad det tar emot och vad det svarar, så som /openapi.json beskriver det för program.',
    roles: 'Vem som får göra vad, efter roll.',
    keyboard: 'Vad tangenterna gör i konsolen, utöver det som de gör överallt.',
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
    find: 'Hitta ett anrop',
    findHint: 'Efter metod, adress eller vad det gör.',
    found: (count, written) => plural(count, { one: `${written} anrop`, other: `${written} anrop` }),
    noneFound: (text) => `Inget anrop har ”${text}” i sin metod, sin adress eller det som det gör.`,
    showAll: 'Visa alla anrop',
  },
  keyboard: {
    keys: 'Tangenter',
    effect: 'Vad de gör',
    everywhere: 'På alla sidor',
    names: {
      tab: 'Tabb, Skift+Tabb',
      skip: 'Tabb, sedan Retur',
      enter: 'Retur',
      space: 'Blanksteg',
      arrows: 'Piltangenter',
      escape: 'Esc',
      chart: 'Piltangenter, Home, End',
      name: 'Retur, Esc',
    },
    effects: {
      tab: 'Går till nästa kontroll eller till den föregående.',
      skip: 'Högst upp på en sida: hoppar till innehållet. På Implementering leder den första av de två länkarna till knappen som genererar en token.',
      enter: 'Följer en länk, trycker på en knapp, skickar ett formulär.',
      space: 'Trycker på en knapp, slår om en brytare, markerar en ruta, öppnar en lista.',
      arrows: 'Går från ett val till nästa, som väljs direkt. I en lista gör de detsamma.',
      escape: 'Stänger en fråga, en meny eller en lista utan att ändra något.',
      copy: 'Kopierar tokenen i den form som är vald, även när den är dold. Då får inget vara markerat och markören får inte stå i ett textfält.',
      chart: 'Går från stapel till stapel i diagrammet över anrop, till den första och till den sista.',
      test: 'Testar det som har klistrats in, i ”Testa en token”.',
      name: 'När en anropare får ett namn: sparar det, eller lämnar det som det var.',
    },
  },
}
