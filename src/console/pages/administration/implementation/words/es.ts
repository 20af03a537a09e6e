import type { Words } from './en.ts'

export const words: Words = {
  title: 'Implementación',
  advice: 'Lo que sus scripts y aplicaciones necesitan para llamar a la API de perfil.',

  skipToGenerate: 'Ir a «Generar nuevo token de autenticación de perfil»',
  otherClientTitle: (asked) => `Aquí no existe el cliente ${asked}`,
  otherClientAdvice: (ours) =>
    `Esta consola corresponde al código de cliente ${ours}. Todo lo que ve aquí pertenece a él.`,

  inClearTitle: 'Las contraseñas y los tokens viajan sin cifrar',
  inClearAdvice:
    'Esta página ha llegado por http, así que otros pueden leer en el camino lo que envía. Quien administra el servicio puede poner https delante y dar a PUBLIC_URL su dirección https.',
  httpsUntoldTitle: 'El servicio no sabe que se accede a él por https',
  httpsUntoldAdvice:
    'La cookie de su sesión también se enviaría sin cifrar por http. Quien administra el servicio puede definir',

  accountDetails: 'Detalles de la cuenta',
  clientCode: 'Código de cliente',
  imsOrgId: 'ID de organización IMS',
  profileApiUrl: 'Dirección de la API de perfil',

  profileApi: 'API de perfil',
  profileApiAdvice:
    'Active o desactive la autenticación para las actualizaciones por lotes mediante la API y genere un token de autenticación de perfil.',
  readOnlyTitle: 'Puede ver esta configuración, pero no cambiarla',
  readOnlyAdvice: (role) =>
    `Su función: ${role}. Para cambiarla y ver el token se necesita la función de administrador o tener al menos derechos de aprobador.`,

  requireAuthentication: 'Requerir autenticación',
  letsInWithToken: 'Activada. Solo se aceptan las llamadas que llevan el token actual.',
  letsInEveryone: 'Desactivada. Se aceptan las llamadas sin token.',
  saving: 'Guardando…',
  isOn: 'La opción «Requerir autenticación» está activada.',
  isOff: 'La opción «Requerir autenticación» está desactivada.',
  changedBy: (when, who) => `Último cambio: ${when}, por ${who}.`,

  openTitle: 'Cualquiera que conozca el código de cliente puede crear y modificar perfiles',
  openAdvice:
    'El código de cliente no es secreto. Active «Requerir autenticación» para aceptar solo las llamadas que llevan un token.',
  noTokenTitle: 'Todas las llamadas a la API de perfil se rechazan hasta que exista un token',
  noTokenAdvice:
    'Genere un token y añada su encabezado a cada script y aplicación que llame a la API de perfil.',
  expiringTitle: (when) => `El token caduca el ${when}`,
  expiringAdvice:
    'A partir de entonces se rechazarán las llamadas. Genere un nuevo token a tiempo y actualice sus scripts y aplicaciones.',
  expiredTitle: 'El token ha caducado',
  expiredAdvice:
    'Todas las llamadas a la API de perfil se rechazan. Genere un nuevo token y actualice sus scripts y aplicaciones.',

  turnOnTitle: '¿Requerir autenticación?',
  turnOnAdvice:
    'A partir de la próxima llamada, la API de perfil rechazará las que no lleven el token actual. Asegúrese de que sus scripts y aplicaciones envíen el encabezado correspondiente.',
  turnOnClosedTitle: '¿Requerir autenticación sin un token?',
  turnOnClosedAdvice:
    'No hay ningún token válido. Todas las llamadas a la API de perfil se rechazarán hasta que genere uno y sus scripts y aplicaciones lo envíen.',
  turnOn: 'Activar',
  turnOffTitle: '¿Dejar de requerir autenticación?',
  turnOffAdvice:
    'A partir de la próxima llamada, cualquiera que conozca el código de cliente podrá crear y modificar perfiles.',
  turnOffKeeps: 'El token se conserva: volverá a funcionar cuando active de nuevo la autenticación.',
  turnOff: 'Desactivar',
  cancel: 'Cancelar',

  authenticationToken: 'Token de autenticación',
  expiresIn: 'Caduca en',
  expired: 'Caducado',
  created: 'Creado',
  createdBy: (when, who) => `${when}, por ${who}`,
  lastUsed: 'Último uso',
  notUsedYet: 'Aún sin usar',
  reveal: 'Mostrar',
  hide: 'Ocultar',
  header: 'Encabezado Authorization',
  exampleCall: 'Llamada de ejemplo',
  envLine: 'Línea de un archivo .env',
  exampleCallIn: (tool) => `Llamada de ejemplo, ${tool}`,

  generate: 'Generar nuevo token de autenticación de perfil',
  generateTakesRights:
    'Para generar un token se necesita la función de administrador o tener al menos derechos de aprobador.',
  turnOnFirst: 'Active primero «Requerir autenticación».',
  youChooseOverlap: 'Usted elige si el token actual sigue funcionando junto al nuevo.',
  worksFor: (duration) => `Funciona durante ${duration}.`,
  chooseLifetime: 'Elegir cuánto tiempo…',
  generated: 'Se ha generado un nuevo token.',
  tokenHidden: 'El token vuelve a estar oculto.',
  currentToken: (when, who) => `Token actual: generado el ${when} por ${who}.`,
  thereIsNoToken: 'No hay ningún token.',
}
