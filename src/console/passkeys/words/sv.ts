import type { Words } from './en.ts'

export const words: Words = {
  cancelled: 'Inget bekräftades. Försök igen när du vill.',
  notHere:
    'Passnycklar fungerar inte här: webbläsare använder dem bara över https, på en adress med ett namn.',
  already: 'Den här enheten har redan en passnyckel åt dig.',
  unknown: 'Webbläsaren kunde inte använda någon passnyckel.',
  refused: 'Den här passnyckeln loggar inte in någon här.',
  expired: 'Det tog för lång tid eller var redan klart. Logga in igen.',
  notAsked: 'Det här är inte passnyckeln som efterfrågades, eller så tog det för lång tid. Försök igen.',
  tooMany: 'Du har redan så många passnycklar som går. Ta bort en först.',
  taken: 'Den här passnyckeln är redan tillagd.',
  providerOnly: 'Dina roller kommer från inloggningstjänsten. Logga in där.',
  lastWay: 'Det här är ditt sista sätt att logga in, så den får vara kvar.',
  codesTitle: 'Dina återställningskoder',
  codesAdvice:
    'Förvara dem där bara du kommer åt dem. När du inte har någon passnyckel till hands loggar varje kod in dig en gång, efter lösenordet. De visas inte igen.',
  copy: 'Kopiera koderna',
  download: 'Ladda ner',
  fileTitle: 'Återställningskoder för Profile API Console',
  name: 'Passnyckelns namn',
  nameHint: 'För dig själv, till exempel ”Jobbdatorn”.',
  wrongName: 'Ge passnyckeln ett namn på högst 100 tecken, utan styrtecken.',
  add: 'Lägg till passnyckel',
}
