import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')
const callers = (count: number, written: string) =>
  plural(count, { one: `${written} llamante`, other: `${written} llamantes` })

export const words: Words = {
  title: 'Avisos',
  advice: 'A quién avisar, personas y sistemas, antes de que algo deje de funcionar.',

  addWebhook: 'Añadir webhook…',
  addEmail: 'Añadir correo…',
  noMailServer:
    'Para el correo hace falta un servidor de correo. Quien gestiona el servicio puede indicar uno con',
  and: 'y',

  targets: 'A quién avisar',
  noTargets: 'Aún no se avisa a nadie. Añada un webhook o una dirección de correo.',
  kinds: {
    'token-expiry': 'Caducidad del token',
    'refused-calls': 'Llamadas rechazadas',
    'stuck-batches': 'Lotes atascados',
  },
  inLanguage: (language) => `Idioma: ${language}`,
  nothingSent: 'Aún no se le ha enviado nada',
  sendTest: 'Enviar prueba',
  change: 'Cambiar…',
  remove: 'Eliminar…',
  of: (act, name) => `${act} ${name}`,

  webhook: {
    add: 'Añadir un webhook',
    change: 'Cambiar el webhook',
    address: 'Dirección',
    addressHint: 'Empieza por https y se llama con POST.',
    wrongAddress: 'Escriba una dirección como https://hooks.example.com/profile-api.',
    refusedAddress:
      'Debe empezar por https y llevar a Internet. Quien gestiona el servicio puede permitir redes propias con WEBHOOK_NETWORKS.',
  },
  email: {
    add: 'Añadir una dirección de correo',
    change: 'Cambiar la dirección de correo',
    address: 'Dirección de correo',
    wrongAddress: 'Escriba una dirección de correo como ops@example.com.',
    language: 'Idioma de sus correos',
  },
  name: 'Nombre',
  nameHint: 'Con el que la reconoce aquí, como «Canal de incidencias».',
  wrongName: 'Escriba un nombre de 100 caracteres como máximo, sin caracteres de control.',
  tellOf: 'Avisar de',
  tellOfHint: {
    'token-expiry': '30, 14, 7 y 1 días antes de que caduque el token actual, y cuando haya caducado',
    'refused-calls': 'cuando se rechazan llamadas que se aceptaban antes de un cambio',
    'stuck-batches': 'cuando un lote no se pudo aplicar y se abandona',
  },
  wrongKinds: 'Elija al menos uno.',
  tooMany: 'Hay 20 webhooks y direcciones de correo, que es el máximo. Elimine antes uno.',
  add: 'Añadir',
  save: 'Guardar',
  cancel: 'Cancelar',
  close: 'Cerrar',

  secret: 'Secreto',
  secretAdvice: 'Las solicitudes se firman con un secreto, que se mostró una vez.',
  replaceSecret: 'Sustituir el secreto…',
  replaceTitle: (name) => `¿Sustituir el secreto de ${name}?`,
  replaceAdvice:
    'A partir de la próxima solicitud se firman con el nuevo. Lo que el receptor rechace hasta conocerlo se vuelve a intentar durante un día.',
  replace: 'Sustituir',
  secretOf: (name) => `Secreto de ${name}`,
  secretShownOnce:
    'Se muestra ahora y nunca más. Guárdelo donde el receptor comprueba que una solicitud viene de aquí.',
  howToVerify: 'Como lo define Standard Webhooks: docs/api.md explica cómo.',
  done: 'Listo',

  removeTitle: (name) => `¿Eliminar ${name}?`,
  removeAdvice: 'Ya no recibirá ningún aviso, y lo que espera a ser enviado se descarta.',
  removeConfirm: 'Eliminar',

  saidAdded: (name) => `Añadido: ${name}.`,
  saidChanged: (name) => `Cambiado: ${name}.`,
  saidRemoved: (name) => `Eliminado: ${name}.`,

  next: 'Próximos avisos',
  expires: (lastFour, when) => `El token …${lastFour} caduca el ${when}.`,
  told: (count) =>
    plural(count, {
      one: 'En estos días se avisa a un destino.',
      other: `En estos días se avisa a ${count} destinos.`,
    }),
  nobodyTold: 'No se avisa a nadie',
  nobodyToldAdvice:
    'Ningún webhook y ninguna dirección de correo tiene «Caducidad del token» entre aquello de lo que se le avisa.',
  daysBefore: (days) => plural(days, { one: '1 día antes', other: `${days} días antes` }),
  whenExpired: 'cuando haya caducado',
  noToken: 'No hay ningún token válido, así que ninguno va a caducar.',

  sent: 'Enviados',
  sentAdvice: 'Se conservan 30 días',
  filter: 'Mostrar',
  filters: {
    all: (count) => `Todos ${count}`,
    waiting: (count) => `En espera ${count}`,
    failed: (count) => `Con error ${count}`,
  },
  none: {
    all: 'No se ha enviado nada en los últimos 30 días.',
    waiting: 'Nada espera a ser enviado.',
    failed: 'Nada ha fallado.',
  },
  columns: { notice: 'Aviso', to: 'Para', when: 'Cuándo', result: 'Resultado', acts: 'Acciones' },
  removed: 'eliminado después',
  tryNow: 'Intentar ahora',
  showOlder: 'Mostrar anteriores',

  notices: {
    expiring: (lastFour, days) =>
      plural(days, {
        one: `El token …${lastFour} caduca en 1 día`,
        other: `El token …${lastFour} caduca en ${days} días`,
      }),
    expired: (lastFour) => `El token …${lastFour} ha caducado`,
    callers,
    callersAmong: (count, written, names) => `${callers(count, written)}, entre ellos ${names}`,
    unused: 'Nadie lo usa',
    usedBy: (who) => `Usado por ${who}`,
    refused: {
      'turned-on': () => 'Llamadas rechazadas desde que se activó la autenticación',
      replaced: (lastFour) => `Llamadas rechazadas desde que se sustituyó …${lastFour}`,
      'overlap-ended': (lastFour) => `Llamadas rechazadas desde que venció el plazo de …${lastFour}`,
      ended: (lastFour) => `Llamadas rechazadas desde que se revocó …${lastFour}`,
      expired: (lastFour) => `Llamadas rechazadas desde que caducó …${lastFour}`,
    },
    stuck: 'Un lote está atascado',
    rows: (rows, written, applied) =>
      `${plural(rows, { one: `${written} fila`, many: `${written} de filas`, other: `${written} filas` })}, ${applied} aplicadas`,
    test: 'Prueba',
    by: (who) => `de ${who}`,
  },

  outcome: {
    delivered: 'Entregado',
    failed: 'Ha fallado',
    beingSent: 'Se está enviando',
    waiting: 'Espera a ser enviado',
    waitingForTry: (next) => `Espera al intento ${next}`,
    took: (duration) => `en ${duration}`,
    answer: (status) => `respuesta ${status}`,
    tries: (count) => plural(count, { one: '1 intento', other: `${count} intentos` }),
    before: (failure) => `Antes: ${failure}`,
  },
  failures: {
    answered: (status, said) => `Respuesta ${status}${said === '' ? '' : `: ${said}`}`,
    'timed-out': 'Sin respuesta en 8 segundos',
    'address-refused': 'Su dirección lleva a una red propia, adonde no pueden ir los webhooks',
    'not-https': 'Su dirección no empieza por https',
    'name-unknown': 'No se conoce el nombre de su servidor',
    'not-connected': (said) => `Sin conexión${said === '' ? '' : `: ${said}`}`,
    certificate: (said) => `No se aceptó su certificado${said === '' ? '' : `: ${said}`}`,
    'mail-refused': (said) => `El servidor de correo dijo: ${said === '' ? '…' : said}`,
    'mail-not-set-up': 'Este servicio no tiene servidor de correo',
    'secret-unreadable': 'Su secreto ya no se puede leer: sustitúyalo',
    fault: 'Un fallo del servicio, del que su registro dice más',
  },
}
