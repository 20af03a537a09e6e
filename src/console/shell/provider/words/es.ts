import type { Words } from './en.ts'

export const words: Words = {
  signInWith: (name) => `Iniciar sesión con ${name}`,
  or: 'o',
  signingIn: 'Iniciando su sesión…',
  failedTitle: 'No ha iniciado sesión',
  again: 'Volver al inicio de sesión',
  lostTitle: 'Tiene menos permisos que antes',
  lostAdvice: (roles) =>
    `El proveedor de identidad le da ahora: ${roles}. Si es un error, consulte a quien administra sus grupos allí.`,
  goOn: 'Continuar',
  againTitle: 'Ha iniciado sesión de nuevo',
  againAdvice: 'Vuelva a la ventana de la que vino: allí continúa. Puede cerrar esta.',
  notAgainTitle: 'No ha iniciado sesión de nuevo',
  notAgainAdvice: 'Cierre esta ventana e inténtelo otra vez en la ventana de la que vino.',
  stillTitle: 'Su sesión sigue abierta',
  refusals: {
    'sign-in-out-of-date':
      'Este inicio de sesión ya terminó, tardó más de diez minutos o empezó en otro navegador. Inicie sesión de nuevo.',
    'provider-refused': 'El proveedor de identidad no le ha permitido entrar, o usted canceló allí.',
    'provider-unavailable':
      'El proveedor de identidad no responde. Inténtelo de nuevo en un momento o inicie sesión de otra manera.',
    'provider-not-trusted':
      'No se puede confiar en la respuesta del proveedor de identidad, por lo que no se inició la sesión. Avise a quien gestiona este servicio.',
    'provider-clock-off':
      'Los relojes del proveedor de identidad y de este servicio difieren en más de cinco minutos. Avise a quien gestiona este servicio.',
    'provider-refuses-us':
      'El proveedor de identidad rechaza este servicio tal como está configurado. Avise a quien gestiona este servicio.',
    suspended:
      'Su acceso está suspendido: alguien que administra le ha impedido iniciar sesión. Consulte a un administrador.',
    'another-account':
      'Ha iniciado sesión en el proveedor de identidad con una cuenta distinta de la que usa aquí.',
    'provider-not-fresh':
      'El proveedor de identidad no indica que acabe de demostrar allí quién es. Cierre la sesión y vuelva a iniciarla; si sigue igual, avise a quien gestiona este servicio.',
    'no-role':
      'Su cuenta del proveedor de identidad no le da ningún rol aquí, o ya no se lo da. Consulte a quien administra sus grupos allí.',
    'not-invited':
      'Aquí no se conoce a nadie por su cuenta del proveedor de identidad. Pida una invitación a un administrador y ábrala con esa cuenta.',
    'email-not-verified':
      'El proveedor de identidad no conoce el correo electrónico de su cuenta o no lo ha verificado. Consulte a quien administra su cuenta allí.',
    'other-sign-in':
      'Alguien tiene ya aquí su correo electrónico o su cuenta, y entra de otra manera. Si es usted, pida a un administrador un enlace de configuración y ábralo con su cuenta.',
    'password-sign-in-off': 'Aquí nadie inicia sesión con contraseña. Use el proveedor de identidad.',
    'provider-sign-in-only': 'Sus roles vienen del proveedor de identidad. Inicie sesión allí.',
  },
}
