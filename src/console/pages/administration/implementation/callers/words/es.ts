import { pluralsOf } from '../../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')
const callers = (count: number, written: string) =>
  plural(count, { one: `${written} llamante`, other: `${written} llamantes` })

export const words: Words = {
  title: 'Quién llama',
  loading: 'Quién llama a la API de perfil, con qué frecuencia y con qué.',
  noneYet:
    'Aún no ha llegado ninguna llamada a la API de perfil. Quien llame aparecerá aquí desde la primera llamada, con o sin token.',
  noneIn: {
    '24h': 'Ninguna llamada en las últimas 24 horas.',
    '7d': 'Ninguna llamada en los últimos 7 días.',
    '30d': 'Ninguna llamada en los últimos 30 días.',
  },
  calls: (count, written) =>
    plural(count, {
      one: `${written} llamada`,
      many: `${written} de llamadas`,
      other: `${written} llamadas`,
    }),
  made: (count, written, calls) =>
    plural(count, {
      one: `${callers(count, written)} ha hecho ${calls}.`,
      other: `${callers(count, written)} han hecho ${calls}.`,
    }),
  andOthers: 'En la lista no caben todos los que llaman.',
  noneMoved: (count) =>
    plural(count, { one: 'No envía el token actual.', other: 'Ninguno envía el token actual.' }),
  allMoved: (count) =>
    plural(count, { one: 'Envía el token actual.', other: 'Todos envían el token actual.' }),
  someMoved: (count, written) =>
    plural(count, {
      one: `${written} de ellos ya envía el token actual.`,
      other: `${written} de ellos ya envían el token actual.`,
    }),

  period: 'Periodo',
  periods: { '24h': '24 horas', '7d': '7 días', '30d': '30 días' },
  view: 'Vista',
  chartView: 'Gráfico',
  tableView: 'Tabla',
  chart: { '24h': 'Llamadas por hora', '7d': 'Llamadas por día', '30d': 'Llamadas por día' },
  when: { '24h': 'Hora', '7d': 'Día', '30d': 'Día' },
  allCalls: 'Llamadas',
  legend: {
    currentToken: 'Con el token actual',
    overlappingToken: 'Con un token anterior que aún funciona',
    without: 'Sin un token que funcione',
    refused: 'Rechazadas',
  },
  ofThem: {
    currentToken: (_count, written) => `${written} con el token actual`,
    overlappingToken: (_count, written) => `${written} con un token anterior`,
    without: (_count, written) => `${written} sin un token que funcione`,
    refused: (count, written) =>
      plural(count, { one: `${written} rechazada`, other: `${written} rechazadas` }),
  },

  caller: 'Llamante',
  callsIn: { '24h': 'Llamadas, 24\u00a0h', '7d': 'Llamadas, 7\u00a0d', '30d': 'Llamadas, 30\u00a0d' },
  kind: 'Tipo',
  kinds: {
    'bulk-update': 'actualizaciones masivas',
    'single-update': 'actualizaciones individuales',
    read: 'lecturas',
    'batch-status': 'estado de lotes',
  },
  lastCall: 'Última llamada',
  sends: 'Envía',
  currentToken: 'El token actual',
  since: (when) => `desde el ${when}`,
  sendsBoth: 'El token actual, no siempre',
  also: (what) => `también: ${what}`,
  notCalledSince: 'No ha llamado desde que se creó el token',
  notCalledLately: 'No ha llamado en los últimos 7 días',
  sent: {
    'current-token': 'El token actual',
    'overlapping-token': 'Un token anterior que aún funciona',
    'no-credentials': 'Ningún token',
    'repeated-header': 'El encabezado dos veces',
    'unreadable-header': 'Un encabezado ilegible',
    'two-ways': 'Un token de dos maneras',
    'no-token': 'Algo que no es un token',
    'unknown-token': 'Un token desconocido',
    'access-token': 'Un token de acceso de la API de administración',
    'token-of-other-client': 'El token de otro cliente',
    'debugger-token': 'Un token de depuración',
    'replaced-token': 'Un token sustituido',
    'ended-token': 'Un token revocado',
    'expired-token': 'Un token caducado',
  },
  refused: (count, written) =>
    plural(count, { one: `${written} rechazada, la última:`, other: `${written} rechazadas, la última:` }),
  others: 'Todos los demás',
  othersAdvice: 'No caben en la lista.',
  notToldApart: 'No se distinguen unos de otros.',
  nobodyKnows: 'Dirección desconocida',
  find: 'Buscar por nombre, dirección o programa',
  found: (count, written) =>
    plural(count, { one: `${written} llamante encontrado`, other: `${written} llamantes encontrados` }),
  showAll: (_count, written) => `Mostrar los ${written}`,
  nameIt: 'Dar nombre',
  nameThis: (name) => `Dar nombre a ${name}`,
  rename: (name) => `Nombre de ${name}`,
  nameExample: 'Proceso nocturno del CRM',
  save: 'Guardar',
  cancel: 'Cancelar',
  close: 'Cerrar',

  turnOnTitle: '¿Requerir autenticación?',
  turnOnAdvice:
    'A partir de la próxima llamada, la API de perfil rechaza las llamadas sin un token que funcione: actualizaciones masivas, actualizaciones individuales y lecturas.',
  turnOnClosedTitle: '¿Requerir autenticación sin un token?',
  turnOnClosedAdvice:
    'No hay ningún token que funcione. Se rechazarán todas las llamadas a la API de perfil hasta que genere uno y sus scripts y aplicaciones lo envíen.',
  checking: 'Comprobando a quién se rechazaría…',
  notKnown: 'No se sabe a quién se rechazaría.',
  noCallKnown: 'Aún no se conoce ninguna llamada y, por tanto, a nadie a quien se rechazaría.',
  wouldBeRefused: (count, written, of) =>
    plural(count, {
      one: `Se rechazaría a ${written} de ${of} llamantes`,
      other: `Se rechazaría a ${written} de ${of} llamantes`,
    }),
  noneRefused: 'No se rechazaría a ningún llamante conocido.',
  letIn: (count, written) =>
    plural(count, {
      one: `${written} envía el token y se acepta como hasta ahora`,
      other: `${written} envían el token y se aceptan como hasta ahora`,
    }),
  notSeen: (count, written) =>
    plural(count, {
      one: `${written} no ha llamado desde que se creó el token`,
      other: `${written} no han llamado desde que se creó el token`,
    }),
  notSeenLately: (count, written) =>
    plural(count, {
      one: `${written} no ha llamado en los últimos 7 días`,
      other: `${written} no han llamado en los últimos 7 días`,
    }),
  notSeenAdvice: 'No se sabe si lo envía.',
  perDay: (count, written) =>
    plural(count, {
      one: `${written} llamada al día`,
      many: `${written} de llamadas al día`,
      other: `${written} llamadas al día`,
    }),
  lessThanDaily: 'menos de una llamada al día',
  withoutSince: (date) => `Sin un token que funcione desde el ${date}`,
  partlyWithout: 'A veces sin un token que funcione',
  last: 'última:',
  more: (_count, written) => `y ${written} más`,
  othersCall: (calls) => `Otros, que no caben en la lista, hacen ${calls}. No se distingue lo que envían.`,
  knownSince: (date) =>
    `Se conocen las llamadas desde el ${date}: un proceso que se ejecuta con menos frecuencia no está en esta lista.`,
  canBeUndone:
    'Las llamadas rechazadas aparecen enseguida en esta página, y puede volver a desactivar la autenticación.',
  turnOn: 'Activar',
  turnOnAndRefuse: (count, written) => `Activar y rechazar a ${callers(count, written)}`,
  turnOffTitle: '¿Dejar de requerir autenticación?',
  turnOffAdvice:
    'A partir de la próxima llamada, cualquiera que conozca el código de cliente podrá leer y escribir perfiles.',
  turnOffKeeps: 'El token se conserva: volverá a funcionar cuando active de nuevo la autenticación.',
  turnOff: 'Desactivar',
}
