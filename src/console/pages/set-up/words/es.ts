import type { Words } from './en.ts'
import { pluralsOf } from '../../../messages/plurals.ts'

const plural = pluralsOf('es')
const characters = (count: number) =>
  plural(count, {
    one: `${count} carácter`,
    many: `${count} de caracteres`,
    other: `${count} caracteres`,
  })

export const words: Words = {
  title: 'Configuración inicial',
  firstTitle: 'Configurar Profile API Console',
  firstAdvice: 'Es la primera persona que entra aquí, así que recibe el rol de administrador del sistema.',
  invitedTitle: (name) => `Le damos la bienvenida, ${name}`,
  invitedAdvice: (email) => `Elija una contraseña. Iniciará sesión con ${email}.`,
  invitedEitherAdvice: (provider, email) =>
    `Inicie sesión con ${provider}, o elija una contraseña y entre con ${email}.`,
  invitedByProviderAdvice: (provider) =>
    `Inicie sesión con ${provider}. A partir de entonces entrará aquí con esa cuenta.`,
  name: 'Nombre',
  email: 'Correo electrónico',
  password: 'Contraseña',
  passwordAdvice: (minLength) =>
    `Al menos ${characters(minLength)}. Se admite cualquier carácter, incluidos los espacios; puede ser una frase entera.`,
  showPassword: 'Mostrar contraseña',
  submit: 'Finalizar configuración',
  wrong: {
    name: 'Introduzca un nombre de 100 caracteres como máximo, sin caracteres de control.',
    email: 'Introduzca una dirección de correo electrónico, por ejemplo, nombre@example.com.',
    password: (minLength, maxLength) =>
      `Elija una contraseña de entre ${minLength} y ${characters(maxLength)}.`,
  },
  weak: {
    'password-too-common':
      'Es una de las contraseñas que usa mucha gente, o está hecha de ellas. Elija otra, por ejemplo una frase propia.',
    'password-of-own-words':
      'Está hecha de su nombre, su correo o el nombre del producto o del cliente. Elija algo que los demás no sepan de usted.',
    'password-too-uniform':
      'Se repite o sigue el alfabeto, los números o el teclado. Elija algo menos regular.',
  },
  unusableTitle: 'Este enlace de configuración no se puede usar',
  unusableAdvice:
    'Pida uno nuevo a un administrador. Mientras nadie haya configurado el servicio, este muestra uno nuevo cada vez que se inicia.',
  usedAdvice: 'Ya se ha usado, se ha sustituido por uno más reciente, se ha retirado o ha caducado.',
  incompleteAdvice: 'Abra el enlace completo: termina en un código.',
  accept: {
    title: 'Ya tiene una cuenta aquí',
    advice:
      'Inicie sesión con ella en otra pestaña y después acepte. Conserva lo que tiene y recibe lo que da la invitación.',
    signIn: 'Iniciar sesión en otra pestaña',
    signedOut: 'Aún no ha iniciado sesión.',
    notTheirs:
      'Ha iniciado sesión como otra persona, o el enlace se ha usado, se ha sustituido o ha caducado.',
    accept: 'Aceptar',
  },
  reloadedTitle: 'Vuelva a abrir su enlace',
  reloadedAdvice:
    'Recargar esta página no ha gastado su enlace: sigue funcionando. Su código se ha quitado de la dirección para que nadie lo lea ahí. Abra el enlace otra vez desde donde lo recibió.',
  next: {
    title: 'Ya está dentro. Próximos pasos',
    advice: 'Hasta que active la autenticación, los procesos siguen entrando como antes.',
    steps: {
      turnOn: {
        title: 'Active «Requerir autenticación».',
        advice: 'Desde ese momento, toda llamada a la API de perfil necesita el token.',
      },
      generate: {
        title: 'Genere el token de autenticación.',
        advice: 'Vale 90 días, o el tiempo que elija.',
      },
      copy: {
        title: 'Copie el encabezado.',
        advice: 'Es una sola línea, lista para sus scripts y aplicaciones.',
      },
      call: { title: 'Llame con él.', advice: 'En «Quién llama» verá cada llamada y si envió el token.' },
      invite: {
        title: 'Invite a los demás.',
        advice:
          'En «Usuarios». Un aprobador puede hacer lo mismo; cada persona recibe un enlace como el que usted ha usado.',
      },
    },
    callers: '¿Ya hay procesos que llaman? Entonces prepare antes un token, para que no se rechace ninguno.',
    goingLive: 'Puesta en marcha, paso a paso',
    go: 'Ir a Implementación',
  },
}
