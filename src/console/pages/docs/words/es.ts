import { pluralsOf } from '../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  title: 'Documentación',
  advice:
    'Qué hace la consola, cómo llaman los programas a su API y cómo se gestiona. Los textos están en inglés.',
  onThisPage: 'En esta página',
  toConsole: 'Volver a la consola',
  names: {
    console: 'La consola, página por página',
    'going-live': 'Puesta en marcha',
    api: 'Guía de la API',
    reference: 'Referencia de la API',
    roles: 'Roles',
    keyboard: 'Atajos de teclado',
    operating: 'Operación',
    security: 'Seguridad',
  },
  about: {
    console: 'Qué muestra cada tarjeta de la consola y qué se puede hacer en ella.',
    'going-live':
      'De una API de perfil abierta a una que solo admite a quien envía el token: para aprobadores y para quienes desarrollan los procesos.',
    api: 'Cómo los scripts inician sesión, actualizan y leen perfiles, rotan tokens y averiguan qué ha pasado.',
    reference:
      'Cada llamada con lo que admite y lo que responde, tal como lo describe /openapi.json para programas.',
    roles: 'Quién puede hacer qué, según su rol.',
    keyboard: 'Qué hacen las teclas en la consola, además de lo que hacen en todas partes.',
    operating:
      'Para quien gestiona el servicio: ajustes, copias de seguridad, PostgreSQL, métricas y alarmas.',
    security: 'Qué se mantiene en secreto y cómo, y qué se ha comprobado según OWASP ASVS 5.0.',
  },
  reference: {
    parameters: 'Parámetros',
    body: 'Cuerpo',
    answers: 'Respuestas',
    name: 'Nombre',
    place: 'En',
    type: 'Tipo',
    needed: 'Obligatorio',
    meaning: 'Significado',
    yes: 'sí',
    no: 'no',
    find: 'Buscar una llamada',
    findHint: 'Por su método, su dirección o lo que hace.',
    found: (count, written) => plural(count, { one: `${written} llamada`, other: `${written} llamadas` }),
    noneFound: (text) => `Ninguna llamada contiene «${text}» en su método, su dirección o lo que hace.`,
    showAll: 'Mostrar todas las llamadas',
  },
  keyboard: {
    keys: 'Teclas',
    effect: 'Qué hacen',
    everywhere: 'En todas las páginas',
    names: {
      tab: 'Tab, Mayús+Tab',
      skip: 'Tab y después Intro',
      enter: 'Intro',
      space: 'Espacio',
      arrows: 'Teclas de flecha',
      escape: 'Esc',
      chart: 'Teclas de flecha, Inicio, Fin',
      name: 'Intro, Esc',
    },
    effects: {
      tab: 'Van al control siguiente o al anterior.',
      skip: 'Al principio de una página, saltan a su contenido. En Implementación, el primero de los dos enlaces lleva al botón que genera un token.',
      enter: 'Sigue un enlace, pulsa un botón, envía un formulario.',
      space: 'Pulsa un botón, acciona un interruptor, marca una casilla, abre una lista.',
      arrows: 'Van de una opción a la siguiente, que queda elegida al momento. En una lista hacen lo mismo.',
      escape: 'Cierra una pregunta, un menú o una lista sin cambiar nada.',
      copy: 'Copia el token en la forma elegida, también mientras está oculto. Para ello no debe haber nada seleccionado ni estar el cursor en un campo de texto.',
      chart: 'Van de columna en columna en el gráfico de llamadas, a la primera y a la última.',
      test: 'Prueba lo que se ha pegado, en «Probar un token».',
      name: 'Mientras se da nombre a quien llama: lo guardan o lo dejan como estaba.',
    },
  },
}
