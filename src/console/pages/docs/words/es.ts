import type { Words } from './en.ts'

export const words: Words = {
  title: 'Documentación',
  advice:
    'Qué hace la consola, cómo llaman los programas a su API y cómo se gestiona. Los textos están en inglés.',
  onThisPage: 'En esta página',
  toConsole: 'Volver a la consola',
  names: {
    'going-live': 'Puesta en marcha',
    api: 'Guía de la API',
    reference: 'Referencia de la API',
    roles: 'Roles',
    operating: 'Operación',
    security: 'Seguridad',
  },
  about: {
    'going-live':
      'De una API de perfil abierta a una que solo admite a quien envía el token: para aprobadores y para quienes desarrollan los procesos.',
    api: 'Cómo los scripts inician sesión, actualizan y leen perfiles, rotan tokens y averiguan qué ha pasado.',
    reference:
      'Cada llamada con lo que admite y lo que responde, tal como lo describe /openapi.json para programas.',
    roles: 'Quién puede hacer qué, según su rol.',
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
  },
}
