import type { Words } from './en.ts'

export const words: Words = {
  title: 'Iniciar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  submit: 'Iniciar sesión',
  emailNeeded: 'Introduzca su correo electrónico.',
  passwordNeeded: 'Introduzca su contraseña.',
  lostAdvice:
    '¿Ha perdido la contraseña o el enlace? Pida un nuevo enlace de configuración a un administrador de esta consola. Si no hay otro, puede crearlo quien se encarga del servicio.',
  signedOut: 'Sesión cerrada',
  endedTitle: 'Su sesión ha finalizado',
  endedAdvice: 'Inicie sesión para continuar donde estaba.',
  undoneAdvice: 'Lo último que pidió no se ha realizado. Inicie sesión para continuar donde estaba.',
  setUpTitle: 'Nadie ha configurado todavía este servicio',
  setUpAdvice: 'Abra el enlace de configuración que el servicio mostró al iniciarse.',
}
