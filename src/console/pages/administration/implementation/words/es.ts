import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  title: 'Implementación',
  advice: 'Lo que sus scripts y aplicaciones necesitan para llamar a la API de perfil.',

  skipToGenerate: 'Ir a «Generar nuevo token de autenticación de perfil»',
  otherClientTitle: (asked) => `Aquí no existe el cliente ${asked}`,
  otherClientAdvice: (ours) =>
    `Esta consola corresponde al código de cliente ${ours}. Todo lo que ve aquí pertenece a él.`,

  inClearTitle: 'Las contraseñas y los tokens viajan sin cifrar',
  inClearAdvice:
    'Esta página ha llegado por http, así que otros pueden leer en el camino lo que envía. Quien gestiona el servicio puede poner https delante y dar a PUBLIC_URL su dirección https.',
  httpsUntoldTitle: 'El servicio no sabe que se accede a él por https',
  httpsUntoldAdvice:
    'La cookie de su sesión también se enviaría sin cifrar por http. Quien gestiona el servicio puede definir',

  accountDetails: 'Detalles de la cuenta',
  clientCode: 'Código de cliente',
  imsOrgId: 'ID de organización IMS',
  profileApiUrl: 'Dirección de la API de perfil',

  profileApi: 'API de perfil',
  profileApiAdvice:
    'Exija un token en todas las llamadas a la API de perfil: actualizaciones masivas, actualizaciones individuales y lecturas.',
  goingLive: 'Puesta en marcha, paso a paso',
  readOnlyTitle: 'Puede ver esta configuración, pero no cambiarla',
  readOnlyAdvice: (role) =>
    `Ha entrado como ${role}. Para cambiarla y ver el token hacen falta derechos de aprobador o de administrador.`,

  requireAuthentication: 'Requerir autenticación',
  on: 'Activada',
  off: 'Desactivada',
  letsInWithToken: 'Solo se aceptan las llamadas con un token que funcione.',
  letsInEveryone: 'Se aceptan todas las llamadas, con o sin token.',
  saving: 'Guardando…',
  isOn: 'La opción «Requerir autenticación» está activada.',
  isOff: 'La opción «Requerir autenticación» está desactivada.',
  changedBy: (when, who) => `Último cambio: ${when}, por ${who}.`,

  openTitle: 'Cualquiera que conozca el código de cliente puede leer y escribir perfiles',
  open: {
    notSecret: 'El código de cliente no es secreto.',
    noCalls: 'No ha llegado ninguna llamada en los últimos 7 días.',
    cameWithout: 'En los últimos 7 días han llegado llamadas sin token de',
    more: (_count, written) => `${written} más`,
    nobodyKnows: 'una dirección desconocida',
    prepareAdvice:
      'Prepare un token y póngalo en sus scripts y aplicaciones: las llamadas pueden enviarlo desde ya, y solo se exigirá cuando active la autenticación.',
    prepare: 'Preparar un token…',
    sendIt: (count, written, of) =>
      plural(count, {
        one: `${written} de ${of} llamantes envía el token`,
        other: `${written} de ${of} llamantes envían el token`,
      }),
    allSendIt: (count, written) =>
      plural(count, {
        one: 'El único llamante envía el token',
        other: `Los ${written} llamantes envían el token`,
      }),
    doesNot: (calls) => `aún no lo envía: ${calls}; última:`,
    notAlways: (calls) => `no siempre lo envía: ${calls}; última:`,
    perDay: (count, written) =>
      plural(count, {
        one: `${written} llamada al día`,
        many: `${written} de llamadas al día`,
        other: `${written} llamadas al día`,
      }),
    lessThanDaily: 'menos de una llamada al día',
    wouldBeRefused: (count, written) =>
      plural(count, {
        one: 'Se le rechazaría si activara ahora «Requerir autenticación».',
        other: `Es uno de los ${written} llamantes a los que se rechazaría si activara ahora «Requerir autenticación».`,
      }),
    notSeen: (count, written) =>
      plural(count, {
        one: `${written} no ha llamado desde que se creó el token, así que no se sabe si lo envía.`,
        other: `${written} no han llamado desde que se creó el token, así que no se sabe si lo envían.`,
      }),
    nobodyRefused: 'No se rechazaría a ningún llamante: puede activar «Requerir autenticación».',
    notToldApart: 'Otros, que no caben en la lista de llamantes, no se distinguen.',
    nobodyKnown:
      'No ha llegado ninguna llamada en los últimos 7 días, así que no se sabe quién envía el token.',
    expired: 'El token ha caducado: se rechazarían las llamadas que lo envían. Genere antes uno nuevo.',
  },
  noTokenTitle: 'Todas las llamadas a la API de perfil se rechazan hasta que exista un token',
  noTokenAdvice:
    'Genere un token y añada su encabezado a cada script y aplicación que llame a la API de perfil.',
  expiringTitle: (when) => `El token caduca el ${when}`,
  expiringAdvice:
    'A partir de entonces se rechazarán las llamadas. Genere un nuevo token a tiempo y actualice sus scripts y aplicaciones.',
  expiredTitle: 'El token ha caducado',
  expiredAdvice:
    'Todas las llamadas a la API de perfil se rechazan. Genere un nuevo token y actualice sus scripts y aplicaciones.',

  cancel: 'Cancelar',

  authenticationToken: 'Token de autenticación',
  expiresIn: 'Caduca en',
  expired: 'Caducado',
  created: 'Creado',
  createdBy: (who) => `por ${who}`,
  lastUsed: 'Último uso',
  notUsedYet: 'Aún sin usar',
  reveal: 'Mostrar',
  hide: 'Ocultar',
  hiddenEndsIn: (lastFour) => `oculto, termina en ${lastFour}`,
  testToken: 'Probar…',
  testAnyToken: 'Probar un token…',
  header: 'Encabezado',
  token: 'Token',
  copies: {
    header: 'copia este encabezado',
    token: 'copia este token',
    call: 'copia esta llamada',
    env: 'copia esta línea',
  },

  generate: 'Generar nuevo token de autenticación de perfil',
  generateTakesRights: 'Para generar un token hacen falta derechos de aprobador o de administrador.',
  turnOnFirst: 'Aún no hay ningún token. Prepare uno arriba o active «Requerir autenticación».',
  youChooseOverlap: 'Usted elige si el token actual sigue funcionando junto al nuevo.',
  worksFor: (duration) => `Funciona durante ${duration}.`,
  chooseLifetime: 'Elegir cuánto tiempo…',
  generated: 'Se ha generado un nuevo token.',
  tokenShown: 'El token está a la vista.',
  tokenHidden: 'El token vuelve a estar oculto.',
  currentToken: (when, who) => `Token actual: generado el ${when} por ${who}.`,
  thereIsNoToken: 'No hay ningún token.',
}
