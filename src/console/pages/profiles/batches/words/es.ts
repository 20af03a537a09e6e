import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  title: 'Lotes',
  advice:
    'Archivos de actualizaciones de perfiles que enviaron los clientes de la API, y qué fue de cada fila.',
  notUnderstood: 'Una parte de la dirección no significa nada aquí y se ha omitido',

  sent: 'Enviados a la API',
  kept: (count, written) =>
    plural(count, {
      one: `Se conservan ${written} día.`,
      many: `Se conservan ${written} de días.`,
      other: `Se conservan ${written} días.`,
    }),
  keptForEver: 'No se eliminan nunca.',
  show: 'Mostrar',
  filters: {
    all: 'Todos',
    running: 'En curso',
    'with-failures': 'Con errores',
    stuck: 'Atascados',
    refused: 'Rechazados',
  },
  moreThan: (written) => `más de ${written}`,
  time: 'Periodo',
  anyTime: 'Cualquier fecha',
  periods: { '24h': 'Últimas 24 horas', '7d': 'Últimos 7 días', '30d': 'Últimos 30 días' },
  noneYet:
    'Todavía no ha llegado ningún lote. Aquí aparecerá cada archivo de actualizaciones que envíe un proceso.',
  none: 'Ningún lote corresponde a estos filtros.',
  showOlder: 'Mostrar lotes anteriores',

  received: 'Recibido',
  caller: 'Remitente',
  rows: 'Filas',
  state: 'Estado',
  took: 'Duración',
  noId: 'sin ID',
  unknownCaller: 'Desconocido',
  soFar: (duration) => `${duration} hasta ahora`,
  waitsSince: 'En espera desde',

  lookedAt: (consumed, all) => `${consumed} de ${all} filas`,
  stuckAt: (row) => `Atascado en la fila ${row}`,
  stuckBecause:
    'Aplicarlo falló una y otra vez; el registro del servicio dice por qué. No se ha perdido nada: las filas esperan a que alguien decida.',
  givenUp: (rows) => `Abandonado: ${rows} filas sin aplicar`,
  refused: 'Rechazado, no se guardó nada',
  callerWasTold: 'Se respondió al remitente:',
  allApplied: 'Todo aplicado',
  applied: (count, written) =>
    plural(count, {
      one: `${written} fila aplicada.`,
      many: `${written} de filas aplicadas.`,
      other: `${written} filas aplicadas.`,
    }),
  failed: (count, written) =>
    plural(count, {
      one: `${written} con error.`,
      many: `${written} con error.`,
      other: `${written} con error.`,
    }),
  notFound: (count, written) =>
    plural(count, {
      one: `${written} perfil no encontrado.`,
      many: `${written} de perfiles no encontrados.`,
      other: `${written} perfiles no encontrados.`,
    }),
  versionOne: 'v1 solo actualiza perfiles que existen.',
  seeRows: (count, written) =>
    plural(count, {
      one: `Ver la fila`,
      many: `Ver ${written} de filas`,
      other: `Ver las ${written} filas`,
    }),
  csvOf: (batchId) => `CSV del lote ${batchId}`,
  acts: {
    'tried-again': (by, at) => `Reintentado por ${by} el ${at}.`,
    'given-up': (by, at) => `Abandonado por ${by} el ${at}.`,
  },

  tryAgain: 'Reintentar',
  giveUp: 'Abandonar…',
  giveUpNow: 'Abandonar',
  cancel: 'Cancelar',
  close: 'Cerrar',
  askGiveUp: (count, written) =>
    plural(count, {
      one: `¿Abandonar ${written} fila que no se aplicó?`,
      many: `¿Abandonar ${written} de filas que no se aplicaron?`,
      other: `¿Abandonar ${written} filas que no se aplicaron?`,
    }),
  giveUpMeans:
    'Se eliminan y no se pueden recuperar; habría que volver a enviar el archivo. Las filas que se aplicaron siguen aplicadas. Queda constancia en el registro de auditoría.',
  saidTriedAgain: 'Se está reintentando el lote.',
  saidGivenUp: 'El lote se ha abandonado.',

  backToList: 'Todos los lotes',
  oneBatch: 'Lote',
  failedRows: 'Filas que no se aplicaron',
  failedRowsAdvice:
    'Por línea del archivo; el encabezado es la línea 1. Si se descargan como archivo, queda constancia.',
  allAsCsv: 'Todas en CSV',
  identifier: 'Identificador',
  line: 'Línea',
  reason: 'Motivo',
  reasons: {
    'not-found': 'No existe ese perfil, y v1 no crea ninguno.',
    'too-large': 'El perfil superaría los 64 KB.',
  },
  showMore: 'Mostrar más filas',
}
