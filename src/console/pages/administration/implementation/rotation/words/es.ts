import { pluralsOf } from '../../../../../messages/plurals.ts'
import { words as howLong } from '../../how-long/words/es.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  howLong,
  cancel: 'Cancelar',
  other: 'Otro…',

  firstTitle: 'Generar un token',
  firstAdvice: 'Añada su encabezado a cada script y aplicación que llame a la API de perfil.',
  generateFirst: 'Generar token',
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
  endCurrent: 'Poner fin al token actual',
  now: 'Ahora',
  in1Hour: 'En 1 hora',
  in24Hours: 'En 24 horas',
  in7Days: 'En 7 días',
  whenItExpires: 'Cuando caduque',
  full: 'Ya funcionan cuatro tokens anteriores, el máximo además del actual. Para elegir un momento posterior, ponga fin primero a uno de ellos.',
  failNow: 'A partir de la próxima llamada, las llamadas con el token actual fallarán',
  failFrom: (when) => `A partir del ${when}, las llamadas con el token actual fallarán`,
  resetWarning:
    'Restablecer este token provoca que las llamadas a API realizadas con el token actual resulten fallidas. Deberá actualizar cualquier script o aplicación que utilice este token.',
  pageShowsWho: 'Esta página muestra quién lo usa todavía.',

  lastCall: 'última llamada',
  otherCallers: 'Otros llamantes',
  unknownCaller: 'Llamante desconocido',
  more: (count, written) => plural(count, { one: `y ${written} más`, other: `y ${written} más` }),
}
