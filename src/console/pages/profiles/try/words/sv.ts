import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('sv')

export const words: Words = {
  title: 'Prova en fil',
  advice: 'Se vad som är fel i en fil med profiler innan den skickas.',
  file: 'Fil',
  fileAdvice:
    'En tabell ur ett kalkylprogram, sparad som CSV, eller en batch så som jobben skickar den. Den läses i den här webbläsaren och lämnar den inte förrän du skickar den.',
  choose: 'Välj en fil',
  orDrop: 'Eller släpp den här.',
  reading: (name) => `Läser ${name}`,
  cancel: 'Avbryt',
  cancelled: 'Avbrutet. Inget av filen har sparats, om inte hela redan hade kommit fram.',
  gone: (name) => `${name} har ändrats eller tagits bort sedan du valde den. Välj den på nytt.`,

  rows: (count, written) =>
    plural(count, { one: `${written} rad kan tas emot.`, other: `${written} rader kan tas emot.` }),
  isBatch: 'En batch så som jobben skickar den.',
  isTable: (separator) => `En tabell med ${separator} mellan cellerna.`,
  separators: { ',': 'kommatecken', ';': 'semikolon', '\t': 'tabbar', '|': 'lodstreck' },
  encodings: {
    'utf-8': 'Kodning: UTF-8.',
    'utf-16le': 'Kodning: UTF-16; batchen är UTF-8.',
    'utf-16be': 'Kodning: UTF-16 (big endian); batchen är UTF-8.',
    'windows-1252': 'Kodning: Windows-1252; batchen är UTF-8.',
  },
  noFault: 'Inget fel hittades',
  cannotBeSent: 'Filen kan inte skickas som den är',
  faulty: (count, written) =>
    plural(count, { one: `${written} rad kan inte tas emot`, other: `${written} rader kan inte tas emot` }),
  line: (line) => `Rad ${line}:`,
  moreFaults: (written) => `Och ${written} till.`,
  firstColumnIs: 'Första kolumnen innehåller',
  firstRows: 'De första raderna, så som de skulle lagras',
  lineColumn: 'Rad',

  faults: {
    empty: 'det finns ingen rad under rubrikraden.',
    'no-row': 'det finns en rubrikrad men inga rader. Radbrytningarna kan ha försvunnit.',
    'no-header': 'filen börjar inte med en rubrikrad.',
    'form-encoded': 'dess kommatecken och radbrytningar är procentkodade, som i ett formulär.',
    'not-text': {
      gzip: 'den är komprimerad med gzip. Packa upp den och välj det som finns i den.',
      ZIP: 'den är en arbetsbok eller ett annat arkiv. Spara tabellen som CSV och välj den filen.',
      'UTF-16': 'den är i UTF-16. Spara den som UTF-8.',
    },
    'too-many-bytes': 'batchen skulle bli 50 MB eller mer. Skicka den i delar.',
    'first-column': (given) => `första kolumnen måste vara pcId eller thirdPartyId, inte ”${given}”.`,
    'no-attribute': 'den nämner inget attribut utöver identifieraren.',
    'unnamed-column': (column) => `kolumn ${column} har inget namn.`,
    'doubled-column': (name) => `kolumnen ”${name}” står två gånger.`,
    'prefixed-column': (name) =>
      `kolumnen ”${name}” börjar med ”profile.”, som bara parametrar i enstaka uppdateringar gör.`,
    'line-too-long': (limit) => `den är längre än ${limit} kB.`,
    'not-utf8': 'ett tecken är trasigt: det har inte samma kodning som resten av filen.',
    nul: 'den innehåller ett NUL-tecken, som ingen profil kan innehålla.',
    'bad-escape': 'ett % följs inte av procentkodad UTF-8. Skriv ett vanligt % som %25.',
    'second-header': 'den innehåller en andra rubrikrad, som när filer har slagits ihop.',
    'carriage-return': 'den innehåller en vagnretur som inte följs av en radmatning.',
    'quoted-cell':
      'en cell står inom citattecken, vilket en batch inte har. Skriv ett citattecken som hör till värdet som %22.',
    'too-many-rows': (limit) => `en batch får ha högst ${limit} rader. Skicka den i delar.`,
    'too-many-cells': (cells, named) =>
      `den har ${cells} celler och rubrikraden nämner ${named}. Ett värde som innehåller ett skiljetecken måste stå inom citattecken, eller i en batch vara procentkodat.`,
    identifier: {
      empty: () => 'identifieraren är tom.',
      'too-long': (limit) => `identifieraren är längre än ${limit} tecken.`,
      character: () => 'identifieraren innehåller + eller /.',
    },
    quotes: 'ett citattecken avslutas inte. Inget bakom det kan läsas.',
  },

  asBatch: 'Som batch',
  asBatchAdvice: 'Tomma celler ändrar ingenting. Attribut som filen inte nämner förblir som de är.',
  leaveOut: (count, written) =>
    plural(count, { one: `Utelämna ${written} rad`, other: `Utelämna ${written} rader` }),
  mendFirst: 'Rätta filen och välj den på nytt, eller utelämna det som inte kan tas emot.',
  profilesThatAreNotThere: 'Profiler som inte finns',
  create: 'Skapa dem',
  passOver: 'Utelämna dem',
  send: (count, written) => plural(count, { one: `Skicka ${written} rad`, other: `Skicka ${written} rader` }),
  save: 'Spara batchen',
  sending: 'Skickar',
  sentOf: (sent, all) => `${sent} av ${all}`,
  mayBeSent:
    'Den kan ha tagits emot ändå. I så fall står det i granskningsloggen: titta där innan du skickar den igen.',

  takenIn: 'Batchen är mottagen',
  applying: 'Behandlade rader',
  appliedOf: (applied, all) => `${applied} av ${all}`,
  applied: (count, written) =>
    plural(count, { one: `${written} rad tillämpades.`, other: `${written} rader tillämpades.` }),
  notApplied: (count, written) =>
    plural(count, { one: `${written} rad gjorde det inte.`, other: `${written} rader gjorde det inte.` }),
  lookUp: 'Vad som är lagrat om en besökare visas under Uppslag.',
  stuck:
    'Batchen har fastnat: försöken att tillämpa den misslyckades gång på gång. Det som inte tillämpades är kvar.',
  failedRows: 'Rader som inte tillämpades',
  allAsCsv: 'Alla som CSV',
  identifier: 'Identifierare',
  reason: 'Orsak',
  reasons: {
    'not-found': 'Det finns ingen sådan profil.',
    'too-large': 'Profilen skulle bli större än 64 kB.',
  },
}
