import type { Words } from './en.ts'

export const words: Words = {
  title: 'Vuelva a iniciar sesión',
  advice:
    'Para hacer esto, confirme de nuevo que es usted. Después se hará; no se pierde nada de lo que ha introducido o elegido.',
  password: 'Su contraseña',
  passwordNeeded: 'Introduzca su contraseña.',
  wrongPassword: 'Esta no es su contraseña.',
  goOn: 'Continuar',
  usePasskey: 'Confirmar con una llave de acceso',
  cancel: 'Cancelar',
  noWay: 'No tiene ninguna forma de volver a iniciar sesión aquí. Cierre la sesión e iníciela de nuevo.',
}
