import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  title: 'Usuarios',
  advice: 'Quién puede hacer qué, en cada espacio de trabajo.',
  workspaces: 'Espacios de trabajo…',
  invite: 'Invitar a personas',
  people: 'Personas',
  of: (act, name) => `${act}: ${name}`,
  cancel: 'Cancelar',
  close: 'Cerrar',
  done: 'Listo',

  search: 'Nombre o correo',
  role: 'Rol',
  anyRole: 'Cualquier rol',
  workspace: 'Espacio de trabajo',
  anyWorkspace: 'Todos los espacios de trabajo',
  state: 'Estado',
  states: {
    all: (count) => `Todas ${count}`,
    active: (count) => `Activas ${count}`,
    invited: (count) => `Invitadas ${count}`,
    suspended: (count) => `Suspendidas ${count}`,
  },
  none: 'No se encuentra a nadie. Elija otros filtros o invite a personas.',
  showMore: 'Mostrar más',
  columns: {
    person: 'Persona',
    roles: 'Roles',
    state: 'Estado',
    lastSeen: 'Última actividad',
    acts: 'Cambiar',
  },
  you: 'Usted',
  nameless: 'Aún sin nombre',
  holdsNothing: 'Ninguno',
  never: 'Nunca',
  kinds: { active: 'Activa', invited: 'Invitada', suspended: 'Suspendida' },
  linkWorks: (date) => `el enlace sirve hasta el ${date}`,
  linkEnded: (date) => `el enlace caducó el ${date}`,
  suspended: (date, by) => `${date}, por ${by}`,
  change: 'Cambiar…',

  inviteTitle: 'Invitar a personas',
  inviteAdvice: 'Cada persona recibe un enlace propio que sirve una sola vez, durante 7 días.',
  emails: 'Direcciones de correo electrónico',
  emailsHint: 'Una por línea, o separadas por comas.',
  emailsNeeded: 'Introduzca al menos una dirección de correo electrónico.',
  wrongEmails: (wrong) => `Esto no es una dirección de correo electrónico: ${wrong}`,
  tooManyEmails: (most) => `Invite a ${most} personas como máximo a la vez.`,
  taken: (emails) => `Ya en la lista: ${emails}. Quite esas direcciones, o cambie ahí sus roles.`,
  wrongRoles: 'Elija al menos un rol.',
  roles: 'Roles',
  inWorkspace: 'En el espacio de trabajo',
  takeAway: 'Quitar',
  addRole: 'Añadir un rol',
  addAnotherRole: 'Añadir un rol en otro espacio de trabajo',
  sendByMail: 'Enviar el enlace también por correo electrónico',
  mailLanguage: 'En',
  noMail: 'No hay ningún servidor de correo configurado, así que el enlace lo entrega usted.',
  shownAfter: 'Verá cada enlace una sola vez, después de invitar, se envíe o no.',
  inviteCount: (count) =>
    plural(count, {
      one: `Invitar a ${count} persona`,
      many: `Invitar a ${count} de personas`,
      other: `Invitar a ${count} personas`,
    }),

  links: (count) => plural(count, { one: 'El enlace', many: 'Los enlaces', other: 'Los enlaces' }),
  shownOnce: 'Se muestra aquí y nunca más. Entréguelo como si fuera una contraseña.',
  linkOf: (name) => `Enlace de ${name}`,
  worksUntil: (date) => `Sirve una sola vez, hasta el ${date}.`,
  mailSent: 'El servidor de correo ha aceptado el mensaje.',
  mailFailed: 'No se ha podido enviar por correo: entréguelo usted mismo.',

  newLink: 'Nuevo enlace…',
  newLinkOf: (name) => `Nuevo enlace para ${name}`,
  makeLink: 'Crear enlace',
  renewAdvice: 'El enlace que tiene deja de funcionar.',
  newPasswordAdvice:
    'Con él, la persona elige una contraseña nueva. La actual vale hasta entonces; un enlace anterior deja de funcionar.',
  newWayAdvice: (provider) =>
    `Con él, la persona elige una contraseña nueva o pasa a entrar con su cuenta de ${provider}. La contraseña actual vale hasta que elija otra; un enlace anterior deja de funcionar.`,
  newAccountAdvice: (provider) =>
    `Con él, la persona pasa a entrar con su cuenta de ${provider}. Un enlace anterior deja de funcionar.`,

  invitedAdvice:
    'Aún no ha aceptado. Para ofrecer otros roles, retire la invitación e invite de nuevo a la persona.',
  takesSysadmin:
    'Un enlace nuevo, cerrar todas las sesiones, suspender y eliminar requieren un administrador del sistema.',
  saveRoles: 'Guardar roles',
  may: {
    observer: 'Qué puede hacer un observador',
    editor: 'Qué puede hacer un editor',
    publisher: 'Qué puede hacer un publicador',
    approver: 'Qué puede hacer un aprobador',
    admin: 'Qué puede hacer un administrador',
    sysadmin: 'Qué puede hacer un administrador del sistema',
  },
  mayNothing: 'Quien no tiene ningún rol no puede hacer nada aquí',
  mayNot: 'No:',
  abilities: {
    see: 'Ver la configuración y los lotes',
    switch: 'Activar y desactivar «Requerir autenticación»',
    token: 'Generar, revocar, ver y copiar el token',
    watch: 'Ver quién llama, los avisos y el registro de auditoría',
    invite: 'Invitar a personas al espacio de trabajo y dar roles en él',
    manage: 'Suspender y eliminar a personas, crear espacios de trabajo',
  },

  signOut: 'Cerrar todas las sesiones…',
  takePasskeys: 'Retirar llaves de acceso…',
  suspend: 'Suspender…',
  reinstate: 'Readmitir',
  remove: 'Eliminar…',
  withdraw: 'Retirar invitación…',
  asked: {
    lower: {
      title: (name) => `¿Quitar roles a ${name}?`,
      advice:
        'Rige desde su próxima solicitud. Un enlace de configuración sin usar deja de funcionar, igual que los enlaces para otras personas que ya no podría crear.',
      confirm: 'Quitar roles',
    },
    'sign-out': {
      title: (name) => `¿Cerrar todas las sesiones de ${name}?`,
      advice:
        'Todas sus sesiones terminan de inmediato, también las de sus scripts, y lo mismo un enlace sin usar. Puede volver a iniciar sesión.',
      confirm: 'Cerrar sesiones',
    },
    'take-passkeys': {
      title: (name) => `¿Retirar todas las llaves de acceso de ${name}?`,
      advice:
        'Para quien las ha perdido. También terminan sus códigos de recuperación y sus sesiones, y a partir de entonces entrará sin llave de acceso. Compruebe que es realmente esa persona quien lo pide.',
      confirm: 'Retirar',
    },
    suspend: {
      title: (name) => `¿Suspender a ${name}?`,
      advice:
        'Todas sus sesiones terminan de inmediato y no puede iniciar sesión hasta que se le readmita. Los enlaces que creó para otras personas también dejan de funcionar. Conserva sus roles.',
      confirm: 'Suspender',
    },
    remove: {
      title: (name) => `¿Eliminar a ${name}?`,
      advice:
        'Todas sus sesiones terminan de inmediato y pierde sus roles. Los enlaces que creó para otras personas también dejan de funcionar. No se puede deshacer. El registro de auditoría conserva su nombre.',
      confirm: 'Eliminar',
    },
    withdraw: {
      title: (name) => `¿Retirar la invitación de ${name}?`,
      advice: 'Su enlace deja de funcionar.',
      confirm: 'Retirar',
    },
  },
  saidDone: {
    suspend: (name) => `Se ha suspendido a ${name}.`,
    reinstate: (name) => `${name} puede volver a iniciar sesión.`,
    remove: (name) => `Se ha eliminado a ${name}.`,
    withdraw: (name) => `Se ha retirado la invitación de ${name}.`,
    'sign-out': (name) => `Se han cerrado todas las sesiones de ${name}.`,
    'take-passkeys': (name) => `Se han retirado las llaves de acceso de ${name}.`,
  },
  saidRoles: (name) => `Se han cambiado los roles de ${name}.`,
  refusals: {
    'last-way-to-sign-in': {
      title: 'Ya no podría iniciar sesión',
      advice: 'Sin sus llaves de acceso no le quedaría ninguna forma de hacerlo.',
    },
    'last-administrator': {
      title: 'Es el último administrador del sistema que puede iniciar sesión',
      advice: 'Nadie podría ya administrar la consola. Nombre antes a otro administrador del sistema.',
    },
    'precondition-failed': {
      title: 'Alguien lo ha cambiado desde que usted lo vio',
      advice: 'Su cambio no se ha hecho. Compruebe el estado actual y repítalo.',
    },
    'not-found': {
      title: 'Esto ya no está',
      advice: 'Alguien lo ha eliminado, o la invitación se ha aceptado, renovado o retirado.',
    },
    conflict: {
      title: 'Alguien se ha adelantado',
      advice: 'Su cambio no se ha hecho. Compruebe el estado actual.',
    },
    'name-taken': { title: 'Ya hay un espacio de trabajo con este nombre', advice: 'Elija otro nombre.' },
    'too-many-workspaces': {
      title: 'Hay 100 espacios de trabajo, que es el máximo',
      advice: 'Elimine uno que nadie use.',
    },
    'mail-not-set-up': {
      title: 'Ya no hay ningún servidor de correo configurado',
      advice: 'Cree el enlace sin enviarlo y entréguelo usted mismo.',
    },
  },

  workspacesTitle: 'Espacios de trabajo',
  workspacesAdvice:
    'Cada rol vale en un espacio de trabajo. Un espacio se puede eliminar cuando nadie tiene en él un rol ni una invitación.',
  workspaceName: 'Nombre',
  newWorkspace: 'Nuevo espacio de trabajo',
  addWorkspace: 'Añadir',
  saveName: 'Guardar',
  rename: 'Cambiar nombre',
  removeWorkspace: 'Eliminar…',
  askedWorkspace: {
    title: (name) => `¿Eliminar el espacio de trabajo ${name}?`,
    advice: 'Nadie tiene ahí un rol. No se puede deshacer.',
    confirm: 'Eliminar',
  },
  peopleIn: (count, written) =>
    plural(count, {
      one: `${written} persona`,
      many: `${written} de personas`,
      other: `${written} personas`,
    }),
  defaultStays: 'No se puede eliminar.',
  wrongName: 'Introduzca un nombre de 100 caracteres como máximo, sin caracteres de control.',
}
