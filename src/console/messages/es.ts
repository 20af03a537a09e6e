import type { Messages } from './en.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('es')

/** Lo que la consola dice en español; trata de usted. */
export const es: Messages = {
  language: 'es',
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Saltar al contenido',
    navigation: 'Páginas',
    groups: { administration: 'Administración', profiles: 'Perfiles' },
    pages: {
      implementation: 'Implementación',
      users: 'Usuarios',
      auditLog: 'Registro de auditoría',
      notices: 'Avisos',
      batches: 'Lotes',
      tryFile: 'Probar un archivo',
      lookUp: 'Consulta',
    },
    refusedCalls: (count, written) =>
      plural(count, {
        many: `${written} de llamadas rechazadas`,
        one: `${written} llamada rechazada`,
        other: `${written} llamadas rechazadas`,
      }),
    client: 'Cliente',
    documentation: 'Documentación',
    keyboard: 'Atajos de teclado',
    help: 'Ayuda',
    theme: 'Tema',
    language: 'Idioma',
    account: (name) => `Su cuenta: ${name}`,
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

  tones: { info: 'Nota:', success: 'Hecho:', warning: 'Advertencia:', error: 'Error:' },

  timesAreIn: (timeZone) => `Las horas están en la zona horaria ${timeZone}.`,

  copying: {
    copy: 'Copiar',
    copied: 'Copiado',
    press: (keys) => `Pulse ${keys} para copiar`,
    hold: 'Mantenga pulsado el texto seleccionado para copiarlo',
  },

  failures: {
    loadFailed: 'No se ha podido cargar esta página',
    brokenPage: 'Algo ha fallado en esta página',
    brokenPageAdvice:
      'Es un error de la consola. Inténtelo de nuevo y, si se repite, avise a quien gestiona el servicio.',
    missingPart: 'Falta una parte de la consola',
    missingPartAdvice: 'Se actualizó entretanto o se perdió la conexión. Recargue la página.',
    loadAgain: 'Recargar la página',
    failed: 'Se ha producido un error en el servicio.',
    unreachable: 'No se ha podido conectar con el servicio. Compruebe su conexión.',
    unreadable: 'El servicio ha dado una respuesta que esta consola no entiende.',
    notKnown: 'No se sabe si se ha hecho.',
    outOfDate: 'Es posible que lo que ve no esté actualizado',
    requestId: 'ID de solicitud',
    tryAgain: 'Reintentar',
    refusals: {
      notUnderstood: 'El servicio no ha aceptado lo que la consola ha enviado. Recargue la página.',
      signedOut: 'Su sesión ya no está activa. Vuelva a iniciar sesión.',
      setUpRequired: 'Nadie ha configurado todavía este servicio.',
      signInRefused: 'El correo electrónico y la contraseña no coinciden.',
      forbidden: {
        anyRole:
          'Aquí no tiene ningún rol y para esto hace falta uno, el que sea. Pídalo a un administrador del sistema.',
        approver: 'Su rol no lo permite. Hacen falta derechos de aprobador o de administrador.',
        admin: 'Su rol no lo permite. Hace falta ser administrador del espacio de trabajo.',
        sysadmin: 'Para esto hace falta un administrador del sistema.',
      },
      notSameOrigin:
        'El servicio solo acepta cambios desde su propia dirección. Abra la consola en esa dirección.',
      notFound: 'Lo que ha solicitado ya no existe.',
      changed:
        'Algo ha cambiado desde la última vez que lo vio. Compruebe el estado actual e inténtelo de nuevo.',
      tooManyTokens:
        'Además del token actual ya funcionan cuatro anteriores, que es el máximo. Revoque antes uno de ellos.',
      tooManyAttempts: (wait) =>
        `Demasiados intentos de inicio de sesión. Inténtelo de nuevo dentro de ${wait}.`,
      unavailable: 'El servicio no puede hacer esto ahora. Espere un momento e inténtelo de nuevo.',
    },
    first: {
      settings: (who, when) =>
        `Esta configuración ya no es la que usted vio: ${who} la cambió el ${when}. Revísela y repita el cambio.`,
      other: (who, when) => `${who} cambió esto el ${when}. Revíselo y repita el cambio.`,
      token: {
        generated: (who, when) => `${who} generó un token el ${when}. Ese token es el actual.`,
        ended: (who, when) => `${who} revocó este token el ${when}. Las llamadas que lo llevan se rechazan.`,
        prolonged: (who, when) =>
          `${who} dio más tiempo a este token el ${when}. Abajo puede ver hasta cuándo funciona.`,
      },
    },
    refused: (words) => `El servicio lo ha rechazado: «${words}»`,
  },
}
