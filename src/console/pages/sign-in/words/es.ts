import type { Words } from './en.ts'

export const words: Words = {
  title: 'Iniciar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  submit: 'Iniciar sesión',
  emailNeeded: 'Introduzca su correo electrónico.',
  passwordNeeded: 'Introduzca su contraseña.',
  lostAdvice:
    '¿Ha perdido la contraseña o el enlace? Pida un nuevo enlace de configuración a un administrador de esta consola. Si no hay otro, puede crearlo quien gestiona el servicio.',
  lostAtProvider: (name) =>
    `¿No puede entrar con ${name}? Pida un enlace de configuración a un administrador de esta consola y ábralo con su cuenta de allí. Si no hay otro, pregunte a quien gestiona el servicio.`,
  withPasskey: 'Iniciar sesión con una llave de acceso',
  secondTitle: 'Confirme que es usted',
  secondAdvice: 'La contraseña es correcta. Ahora use su llave de acceso.',
  codeAdvice: 'La contraseña es correcta. Ahora escriba un código de recuperación.',
  usePasskey: 'Usar la llave de acceso',
  useCode: 'Usar un código de recuperación',
  code: 'Código de recuperación',
  codeHint: 'Uno de los diez que recibió con su primera llave de acceso. Cada uno sirve una vez.',
  codeNeeded: 'Escriba un código de recuperación.',
  codeRefused: 'No es ninguno de sus códigos de recuperación, o ya se ha usado.',
  usePasskeyInstead: 'Usar una llave de acceso',
  startAgain: 'Empezar de nuevo',
  lostPasskeyAdvice:
    '¿Ha perdido sus llaves de acceso y sus códigos de recuperación? Un administrador de esta consola puede retirarle las llaves de acceso, para que inicie sesión con su contraseña.',
  firstTitle: 'Añada una llave de acceso para continuar',
  firstAdvice:
    'Lo que usted puede hacer aquí exige más que una contraseña. Su dispositivo guarda la llave de acceso, y usted la confirma con la huella, la cara o un PIN.',
  goOn: 'Los he guardado, continuar',
  signedOut: 'Sesión cerrada',
  endedTitle: 'Su sesión ha finalizado',
  endedAdvice: 'Inicie sesión para continuar donde estaba.',
  undoneAdvice: 'Lo último que pidió no se ha realizado. Inicie sesión para continuar donde estaba.',
  noCookieTitle: 'El navegador no ha guardado su sesión',
  noCookieAdvice: (host) =>
    `La sesión se guarda en una cookie. Permita las cookies de ${host} en el navegador y entre de nuevo.`,
  setUpTitle: 'Nadie ha configurado todavía este servicio',
  setUpAdvice: 'Abra el enlace de configuración que el servicio mostró al iniciarse.',
}
