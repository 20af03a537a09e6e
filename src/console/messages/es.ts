import type { Messages } from './en.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('es')
const characters = (count: number) =>
  plural(count, {
    one: `${count} carácter`,
    many: `${count} de caracteres`,
    other: `${count} caracteres`,
  })

/** Lo que la consola dice en español; trata de usted. */
export const es: Messages = {
  language: 'es',
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Saltar al contenido',
    navigation: 'Páginas',
    administration: 'Administración',
    implementation: 'Implementación',
    theme: 'Tema',
    language: 'Idioma',
    themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
    account: (name) => `Su cuenta: ${name}`,
    signOut: 'Cerrar sesión',
    roles: {
      observer: 'Observador',
      editor: 'Editor',
      publisher: 'Publicador',
      approver: 'Aprobador',
      admin: 'Administrador',
      sysadmin: 'Administrador del sistema',
    },
    roleIn: (role, workspace) => `${role} en ${workspace}`,
  },

  copying: {
    copy: 'Copiar',
    copied: 'Copiado',
    press: (keys) => `Pulse ${keys} para copiar`,
    shortcut: (keys) => `Sin nada seleccionado, ${keys} copia este campo`,
  },

  failures: {
    loadFailed: 'No se ha podido cargar esta página',
    brokenPage: 'Algo ha fallado en esta página',
    brokenPageAdvice:
      'Es un error de la consola. Inténtelo de nuevo y, si se repite, avise a quien gestiona el servicio.',
    failed: 'Se ha producido un error en el servicio.',
    unreachable: 'No se ha podido conectar con el servicio. Compruebe su conexión.',
    unreadable: 'El servicio ha dado una respuesta que esta consola no entiende.',
    outOfDate: 'Es posible que lo que ve no esté actualizado',
    requestId: 'ID de solicitud',
    tryAgain: 'Reintentar',
    refusals: {
      notUnderstood: 'El servicio no ha aceptado lo que la consola ha enviado. Vuelva a cargar la página.',
      signedOut: 'Su sesión ya no está activa. Vuelva a iniciar sesión.',
      setUpRequired: 'Nadie ha configurado todavía este servicio.',
      signInRefused: 'El correo electrónico y la contraseña no coinciden.',
      forbidden:
        'Su función no lo permite. Se necesita la función de administrador o tener al menos derechos de aprobador.',
      notSameOrigin:
        'El servicio solo acepta cambios desde su propia dirección. Abra la consola en esa dirección.',
      notFound: 'Lo que ha solicitado ya no existe.',
      changed: 'Otra persona ha hecho un cambio entretanto. Compruebe el estado actual e inténtelo de nuevo.',
      tooManyAttempts: 'Demasiados intentos de inicio de sesión. Espere un momento e inténtelo de nuevo.',
      unavailable: 'El servicio no puede hacer esto ahora. Espere un momento e inténtelo de nuevo.',
    },
    first: {
      settings: (who, when) =>
        `Esta configuración ya no es la que usted vio: ${who} la cambió el ${when}. Revísela y repita el cambio.`,
      token: (who, when) => `${who} generó un token el ${when}. Ese token es el actual.`,
    },
    refused: (words) => `El servicio lo ha rechazado: «${words}»`,
    languageMissing: (name) =>
      `No se ha podido cargar el idioma ${name}. Compruebe su conexión, vuelva a cargar la página y elíjalo de nuevo.`,
  },

  signIn: {
    title: 'Iniciar sesión',
    email: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Iniciar sesión',
    emailNeeded: 'Introduzca su correo electrónico.',
    passwordNeeded: 'Introduzca su contraseña.',
    signedOut: 'Sesión cerrada',
    endedTitle: 'Su sesión ha finalizado',
    endedAdvice: 'Inicie sesión para continuar donde estaba.',
    undoneAdvice: 'Lo último que pidió no se ha realizado. Inicie sesión para continuar donde estaba.',
    setUpTitle: 'Nadie ha configurado todavía este servicio',
    setUpAdvice: 'Abra el enlace de configuración que el servicio mostró al iniciarse.',
  },

  setUp: {
    title: 'Configuración inicial',
    firstTitle: 'Configurar Profile API Console',
    firstAdvice:
      'Es la primera persona que entra aquí, así que recibe la función de administrador del sistema.',
    invitedTitle: (name) => `Le damos la bienvenida, ${name}`,
    invitedAdvice: (email) => `Elija una contraseña. Iniciará sesión con ${email}.`,
    name: 'Nombre',
    email: 'Correo electrónico',
    password: 'Contraseña',
    passwordAdvice: (minLength) =>
      `Al menos ${characters(minLength)}. Vale cualquiera, también los espacios; puede ser una frase entera.`,
    showPassword: 'Mostrar contraseña',
    submit: 'Finalizar configuración',
    wrong: {
      name: 'Introduzca un nombre de 100 caracteres como máximo.',
      email: 'Introduzca una dirección de correo electrónico, por ejemplo, nombre@example.com.',
      password: (minLength, maxLength) =>
        `Elija una contraseña de entre ${minLength} y ${characters(maxLength)}.`,
    },
    unusableTitle: 'Este enlace de configuración no se puede usar',
    unusableAdvice:
      'Pida uno nuevo a un administrador del sistema. Mientras nadie haya configurado el servicio, este muestra uno nuevo cada vez que se inicia.',
    usedAdvice: 'Ya se ha usado, se ha sustituido por uno más reciente o ha caducado.',
    incompleteAdvice: 'Abra el enlace completo: termina en un código.',
  },

  notFound: {
    title: 'Página no encontrada',
    advice: 'No hay ninguna página en esta dirección.',
    toImplementation: 'Ir a Implementación',
  },

  implementation: {
    title: 'Implementación',
    advice: 'Lo que sus scripts y aplicaciones necesitan para llamar a la API de perfil.',

    skipToGenerate: 'Ir a «Generar nuevo token de autenticación de perfil»',
    otherClientTitle: (asked) => `Aquí no existe el cliente ${asked}`,
    otherClientAdvice: (ours) =>
      `Esta consola corresponde al código de cliente ${ours}. Todo lo que ve aquí pertenece a él.`,

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
    generateTitle: '¿Generar un nuevo token?',
    generateAdvice:
      'Restablecer este token provoca que las llamadas a API realizadas con el token actual resulten fallidas. Deberá actualizar cualquier script o aplicación que utilice este token.',
    currentLastUsed: (when) => `El token actual se usó por última vez el ${when}.`,
    currentNotUsed: 'El token actual aún no se ha usado.',
    generateConfirm: 'Generar nuevo token',
    generated: 'Se ha generado un nuevo token.',
    tokenHidden: 'El token vuelve a estar oculto.',
    currentToken: (when, who) => `Token actual: generado el ${when} por ${who}.`,
    thereIsNoToken: 'No hay ningún token.',
  },
}
