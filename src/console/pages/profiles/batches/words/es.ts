import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  title: 'Lotes',
  advice:
    'Archivos de actualizaciones de perfiles que enviaron los clientes de la API, y qué fue de sus filas.',
  notUnderstood: 'Una parte de la dirección no significa nada aquí y se ha omitido',
  kept: (duration) => `Se conservan durante ${duration}.`,
  keptForEver: 'No se eliminan nunca.',

  show: 'Mostrar',
  kinds: {
    all: 'Todos',
    running: 'En curso',
    'with-failures': 'Con errores',
    stuck: 'Atascados',
    refused: 'Rechazados',
  },
  receivedIn: 'Recibidos en',
  anyTime: 'Cualquier momento',
  periods: { day: 'Las últimas 24 horas', week: 'Los últimos 7 días', month: 'Los últimos 30 días' },

  received: 'Recibido',
  caller: 'Origen',
  unknownCaller: 'Origen desconocido',
  rows: 'Filas',
  outcome: 'Estado',
  took: 'Duración',
  soFar: (duration) => `${duration} hasta ahora`,
  since: (when) => `Desde: ${when}`,

  allApplied: 'Todas aplicadas',
  applied: (count, written) =>
    plural(count, {
      one: `${written} aplicada`,
      many: `${written} de aplicadas`,
      other: `${written} aplicadas`,
    }),
  failed: (count, written) =>
    plural(count, {
      one: `${written} fallida`,
      many: `${written} de fallidas`,
      other: `${written} fallidas`,
    }),
  notFound: (count, written) =>
    plural(count, {
      one: `${written} perfil no encontrado`,
      many: `${written} de perfiles no encontrados`,
      other: `${written} perfiles no encontrados`,
    }),
  notAppliedAsCsv: 'Filas no aplicadas en CSV',
  doneOf: (done, all) => `${done} de ${all} filas procesadas`,
  stuck: 'Atascado',
  stuckMeans:
    'Aplicarlo falló una y otra vez; el registro del servicio dice por qué. No se ha perdido nada: las demás filas esperan.',
  givenUp: 'Abandonado',
  decidedBy: (name, when) => `Decisión de ${name}, ${when}.`,
  refused: 'Rechazado, no se guardó nada',
  callerWasTold: 'La respuesta fue:',

  none: 'Todavía no ha llegado ningún lote. Las actualizaciones masivas que se envíen aparecerán aquí.',
  noneFits: 'Ningún lote corresponde a estos filtros.',
  showOlder: 'Mostrar lotes anteriores',
}
