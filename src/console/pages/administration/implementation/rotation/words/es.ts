import { pluralsOf } from '../../../../../messages/plurals.ts'
import { words as howLong } from '../../how-long/words/es.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  howLong,
  cancel: 'Cancelar',
  close: 'Cerrar',
  other: 'Otro…',

  firstTitle: 'Generar un token',
  firstAdvice: 'Añada su encabezado a cada script y aplicación que llame a la API de perfil.',
  generateFirst: 'Generar token',
  prepareTitle: '¿Preparar un token?',
  prepareAdvice:
    'Nada cambia para quienes llaman. Las llamadas pueden enviar el token desde ya; se exigirá cuando active la autenticación.',
  prepareConfirm: 'Preparar token',
  generateTitle: '¿Generar un nuevo token?',
  generateConfirm: 'Generar nuevo token',
  currentUsedBy: (count, written, lastFour) =>
    plural(count, {
      one: `${written} llamante usa el token actual, que termina en ${lastFour}:`,
      other: `${written} llamantes usan el token actual, que termina en ${lastFour}:`,
    }),
  currentLastUsed: (lastFour, when) =>
    `El token actual, que termina en ${lastFour}, se usó por última vez el ${when}.`,
  currentNotUsed: (lastFour) => `El token actual, que termina en ${lastFour}, aún no se ha usado.`,
  usersNotKnown: 'No se ha podido cargar quién lo usa.',
  endCurrent: 'El token actual deja de funcionar',
  now: 'Ahora',
  in1Hour: 'En 1 hora',
  in24Hours: 'En 24 horas',
  in7Days: 'En 7 días',
  whenItExpires: 'Cuando caduque',
  full: 'Ya funcionan cuatro tokens anteriores, el máximo además del actual. Para elegir un momento posterior, revoque antes uno de ellos.',
  failNow: 'El token actual deja de funcionar en el acto',
  failFrom: (when) => `El token actual deja de funcionar el ${when}`,
  resetWarning:
    'Las llamadas con el token actual fallarán. Actualice todos los scripts y aplicaciones que lo usan.',
  pageShowsWho: 'Esta página muestra quién lo usa todavía.',

  lastCall: 'última llamada',
  otherCallers: 'Otros llamantes',
  unknownCaller: 'Llamante desconocido',
  more: (count, written) => plural(count, { one: `y ${written} más`, other: `y ${written} más` }),

  oldTokens: 'Tokens anteriores',
  mostTokens: 'Funcionan como máximo 5 tokens a la vez',
  token: 'Token',
  state: 'Estado',
  usedBy: 'Quién lo usa',
  acts: 'Acciones',
  endingIn: (lastFour) => `terminado en ${lastFour}`,
  made: (when, who) => `creado el ${when} por ${who}`,
  worksUntil: 'Funciona hasta el',
  left: (duration) => `quedan ${duration}`,
  leftUntilExpiry: (duration) => `quedan ${duration}, después caduca`,
  ended: 'Revocado:',
  overSince: 'Sin efecto desde:',
  by: (who) => `por ${who}.`,
  replacedBy: (who) => `sustituido por ${who}.`,
  canWorkUntil: (when) => `Se puede reactivar hasta el ${when}.`,
  nobody: 'Ya nadie',
  neverUsed: 'Nunca se ha usado',
  calls: (count, written) =>
    plural(count, {
      one: `${written} llamada en 24 horas`,
      many: `${written} de llamadas en 24 horas`,
      other: `${written} llamadas en 24 horas`,
    }),
  refusedCalls: (count, written) =>
    plural(count, {
      one: `${written} llamada rechazada en 24 horas`,
      many: `${written} de llamadas rechazadas en 24 horas`,
      other: `${written} llamadas rechazadas en 24 horas`,
    }),
  last: 'la última',
  showMore: (written) => `Mostrar ${written} más`,

  extend: 'Prolongar…',
  end: 'Revocar ahora…',
  restore: 'Reactivar',
  endForGood: 'Revocar para siempre…',
  leaked: '¿Se ha filtrado el token actual?',
  endCurrentNow: 'Revocar el token actual…',
  of: (act, lastFour) => `${act} (token terminado en ${lastFour})`,

  extendTitle: (lastFour) => `¿Prolongar el token terminado en ${lastFour}?`,
  extendAdvice: (when) => `Ahora funciona hasta el ${when}.`,
  longer: 'Dejar que funcione',
  dayLonger: '1 día más',
  weekLonger: '7 días más',
  monthLonger: '30 días más',
  untilItExpires: 'Hasta que caduque',
  extendConfirm: 'Prolongar',

  endTitle: (lastFour) => `¿Revocar ahora el token terminado en ${lastFour}?`,
  endForGoodTitle: (lastFour) => `¿Revocar para siempre el token terminado en ${lastFour}?`,
  endCurrentTitle: (lastFour) => `¿Revocar ahora el token actual, terminado en ${lastFour}?`,
  endFails: 'A partir de la próxima llamada, las llamadas con este token fallarán',
  updateThem: 'Actualice antes todos los scripts y aplicaciones que lo usan.',
  endAllFail:
    'A partir de la próxima llamada se rechazarán todas las llamadas a la API de perfil hasta que genere un nuevo token',
  endAllFailAdvice: 'Para sustituirlo sin interrumpir a nadie, cancele y genere en su lugar un nuevo token.',
  endOpen: 'La autenticación está desactivada, así que las llamadas se aceptan de todos modos.',
  endUsers: 'Lo usan:',
  endNotUsed: 'Ningún llamante conocido lo usa ya.',
  forGood: 'Para siempre: se ha filtrado y no debe volver a funcionar',
  canBeUndone: (when) => `Si no lo marca, podrá reactivarlo hasta el ${when}.`,
  cannotBeUndone: 'Esto no se puede deshacer.',
  endConfirm: 'Revocar ahora',
  endForGoodConfirm: 'Revocar para siempre',

  extended: (lastFour, when) => `El token terminado en ${lastFour} funciona ahora hasta el ${when}.`,
  endedNow: (lastFour) => `El token terminado en ${lastFour} ya no funciona.`,
  endedForGood: (lastFour) => `El token terminado en ${lastFour} ya no funciona y no volverá a hacerlo.`,
  restored: (lastFour, when) => `El token terminado en ${lastFour} vuelve a funcionar, hasta el ${when}.`,
  listIsNew: 'La lista muestra el estado actual.',

  overlap: {
    title: (lastFour) => `El token terminado en ${lastFour} aún funciona junto al actual`,
    haveMoved: (moved, count, of) =>
      plural(count, {
        one: `${moved} de ${of} llamante ya usa el nuevo token`,
        other: `${moved} de ${of} llamantes ya usan el nuevo token`,
      }),
    toMove: 'Faltan por cambiar:',
    more: (_count, written) => `${written} más`,
    unknownCaller: 'un llamante desconocido',
    notSeen: (count, written) =>
      plural(count, {
        one: `${written} no ha llamado desde que se creó el nuevo.`,
        other: `${written} no han llamado desde que se creó el nuevo.`,
      }),
    notToldApart: 'Otros, que no caben en la lista de llamantes, no se distinguen.',
    ends: (lastFour, when) =>
      `A partir del ${when}, las llamadas con el token terminado en ${lastFour} fallarán.`,
    canEnd: (count) =>
      plural(count, { one: 'Ya puede revocar el anterior.', other: 'Ya puede revocar los anteriores.' }),
    onlyThis: (lastFour) => `Solo funciona el token anterior terminado en ${lastFour}`,
    onlyOld: 'Solo funcionan tokens anteriores',
    allFail: (when) =>
      `A partir del ${when} se rechazarán todas las llamadas a la API de perfil. Genere un nuevo token y actualice sus scripts y aplicaciones.`,
  },
}
