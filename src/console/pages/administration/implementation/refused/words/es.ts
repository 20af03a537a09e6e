import { pluralsOf } from '../../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')
const refused = (count: number, written: string) =>
  plural(count, {
    one: `${written} llamada rechazada`,
    many: `${written} de llamadas rechazadas`,
    other: `${written} llamadas rechazadas`,
  })

export const words: Words = {
  title: {
    'turned-on': (count, written) =>
      `${refused(count, written)} desde que se activó «Requerir autenticación»`,
    replaced: (count, written, token) => `${refused(count, written)} desde que se sustituyó ${token}`,
    'overlap-ended': (count, written, token) =>
      `${refused(count, written)} desde que venció el plazo para ${token}`,
    ended: (count, written, token) => `${refused(count, written)} desde que se revocó ${token}`,
    expired: (count, written, token) => `${refused(count, written)} desde que caducó ${token}`,
  },
  titleOfSeveral: (count, written) => `${refused(count, written)} tras varios cambios`,
  happened: {
    'turned-on': (who) => `${who} activó «Requerir autenticación»`,
    replaced: (who, token) => `${who} sustituyó ${token}`,
    'overlap-ended': (_who, token) => `Venció el plazo para ${token}`,
    ended: (who, token) => `${who} revocó ${token}`,
    expired: (_who, token) => `Caducó ${token}`,
  },
  calls: (count, written) =>
    plural(count, {
      one: `${written} llamada`,
      many: `${written} de llamadas`,
      other: `${written} llamadas`,
    }),
  lastRefused: 'Última llamada rechazada:',
  tokenEndingIn: (lastFour) => `el token que termina en ${lastFour}`,

  caller: 'Llamante',
  refused: 'Rechazadas',
  why: 'Por qué',
  last: 'Última',
  sends: {
    'no-credentials': () => 'No envía ningún token',
    'repeated-header': () => 'Envía el encabezado dos veces',
    'unreadable-header': () => 'Envía un encabezado ilegible',
    'two-ways': () => 'Envía un token de dos maneras',
    'no-token': () => 'Envía algo que no es un token',
    'unknown-token': () => 'Envía un token desconocido',
    'access-token': () => 'Envía un token de acceso de la API de administración',
    'token-of-other-client': () => 'Envía el token de otro cliente',
    'debugger-token': () => 'Envía un token de depuración',
    'replaced-token': (token) => `Envía ${token}, ya sustituido`,
    'ended-token': (token) => `Envía ${token}, ya revocado`,
    'expired-token': (token) => `Envía ${token}, ya caducado`,
  },
  areLetInToo: 'Algunas de sus llamadas se aceptan.',
  otherCallers: 'Todos los demás',
  nobodyKnows: 'Dirección desconocida',
  more: (_count, written) => `y ${written} más`,
  showMore: 'Mostrar más',
  showFewer: 'Mostrar menos',

  wouldLetIn: (token, count, written, of) =>
    plural(count, {
      one: `Si ${token} volviera a funcionar, se habría aceptado ${written} de estas ${of}.`,
      other: `Si ${token} volviera a funcionar, se habrían aceptado ${written} de estas ${of}.`,
    }),
  wouldLetInAll: (token) => `Si ${token} volviera a funcionar, se habrían aceptado todas.`,
  thenWorksUntil: (date) =>
    `Funcionará entonces hasta el ${date}, cuando habría caducado; puede ponerle fin en cualquier momento.`,
  endedForGood: (token) => `Se puso fin definitivamente a ${token}: no puede volver a funcionar.`,
  hasExpired: (token) => `Ya ha caducado ${token}: no puede volver a funcionar.`,
  needCurrent: 'Estos scripts y aplicaciones necesitan el token actual: su encabezado está más abajo.',
  needNew: 'No funciona ningún token. Genere uno nuevo y actualice sus scripts y aplicaciones.',
  letOldWorkAgain: 'Hacer que el token anterior vuelva a funcionar',
  letWorkAgain: (token) => `Hacer que ${token} vuelva a funcionar`,
  goToGenerate: 'Ir a «Generar nuevo token de autenticación de perfil»',
  turnOff: 'Desactivar «Requerir autenticación»…',

  worksAgain: (token) => `Vuelve a funcionar ${token}`,
  worksAgainUntil: (date) => `Las llamadas que lo llevan se aceptan hasta el ${date}.`,
  doesNotWork: (token) => `No funciona ${token}.`,
  isOff: 'La opción «Requerir autenticación» está desactivada',
  isOn: 'La opción «Requerir autenticación» está activada.',
  letsInEveryone: 'Se aceptan llamadas sin token.',
}
