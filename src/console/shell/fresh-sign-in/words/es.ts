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
  signInAgainWith: (name) => `Iniciar sesión de nuevo con ${name}`,
  isOpen: (name) =>
    `${name} está abierto en otra ventana. En cuanto inicie sesión allí, esto continuará por sí solo.`,
  isBlocked: 'El navegador no ha abierto ninguna ventana.',
  open: (name) => `Abrir ${name}`,
  cancel: 'Cancelar',
  noWay: 'No tiene ninguna forma de volver a iniciar sesión aquí. Cierre la sesión e iníciela de nuevo.',
}
