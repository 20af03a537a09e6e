import type { Words } from './en.ts'

export const words: Words = {
  cancelled: 'No se ha confirmado nada. Inténtelo de nuevo cuando quiera.',
  notHere:
    'Aquí no funcionan las llaves de acceso: los navegadores las usan solo por https, en una dirección con nombre.',
  already: 'Este dispositivo ya tiene una llave de acceso suya.',
  unknown: 'El navegador no ha podido usar una llave de acceso.',
  refused: 'Esta llave de acceso no permite iniciar sesión aquí.',
  expired: 'Ha pasado demasiado tiempo o ya se había completado. Vuelva a iniciar sesión.',
  notAsked: 'No es la llave de acceso que se pedía, o ha pasado demasiado tiempo. Inténtelo de nuevo.',
  tooMany: 'Ya tiene todas las llaves de acceso que puede tener. Elimine una antes.',
  taken: 'Esta llave de acceso ya se había añadido.',
  providerOnly: 'Sus roles vienen del proveedor de identidad. Inicie sesión allí.',
  lastWay: 'Es su última forma de iniciar sesión, así que se queda.',
  codesTitle: 'Sus códigos de recuperación',
  codesAdvice:
    'Guárdelos donde solo usted pueda verlos. Cuando no tenga a mano ninguna llave de acceso, cada uno permite iniciar sesión una vez, después de la contraseña. No se volverán a mostrar.',
  copy: 'Copiar los códigos',
  download: 'Descargar',
  fileTitle: 'Códigos de recuperación de Profile API Console',
  name: 'Nombre de la llave de acceso',
  nameHint: 'Solo para usted; por ejemplo, «Portátil del trabajo».',
  wrongName: 'Ponga a la llave de acceso un nombre de 100 caracteres como máximo, sin caracteres de control.',
  add: 'Añadir llave de acceso',
}
