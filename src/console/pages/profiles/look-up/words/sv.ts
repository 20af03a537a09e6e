import type { Words } from './en.ts'

export const words: Words = {
  title: 'Uppslag',
  advice: 'Vad som är lagrat om en besökare, och när varje attribut ändrades.',
  visitor: 'Besökare',
  isRecorded:
    'Uppslaget antecknas i granskningsloggen: vem som såg och när, med ett fingeravtryck i stället för identifieraren och utan värden.',
  by: 'Slå upp med',
  identifier: 'Identifierare',
  identifierHint: 'Så som jobben skickar den, inte procentkodad.',
  lookUp: 'Slå upp',
  problems: {
    empty: () => 'Ange identifieraren.',
    'too-long': (limit) => `Ingen identifierare är längre än ${limit} tecken.`,
    character: () => 'Ingen identifierare innehåller + eller /.',
  },

  found: (idKind, id) => `Profil med ${idKind} ${id}`,
  attributes: (_count, written) => `${written} attribut.`,
  lastChanged: (when) => `Senast ändrad den ${when}.`,
  view: 'Visning',
  table: 'Tabell',
  asJson: 'Profilen så som jobben läser den',
  attribute: 'Attribut',
  value: 'Värde',
  changed: 'Ändrad',
  showAll: (length) => `Visa alla ${length} tecken`,
  showLess: 'Visa mindre',

  notFound: (idKind, id) => `Det finns ingen profil med ${idKind} ${id}`,
  isOfOtherKind: (idKind) => `Det finns en med den identifieraren som ${idKind}.`,
  lookUpBy: (idKind) => `Slå upp med ${idKind}`,
  whatCreates: 'Vad som skulle skapa den',
  createdBy: 'En rad med den här identifieraren och minst ett värde, i en massuppdatering av version 2:',
  notCreatedBy:
    'En massuppdatering av version 1 och en enstaka uppdatering ändrar bara profiler som finns. En rad vars alla värden är tomma skapar ingenting.',

  waiting: (count, written) =>
    count === 1
      ? `${written} rad i en batch väntar på att tillämpas`
      : `${written} rader i batcher väntar på att tillämpas`,
  mayBeOfThis: 'Det kan gälla den här besökaren. Här visas vad som var lagrat när du slog upp.',
  lookAgain: 'Slå upp igen',
}
