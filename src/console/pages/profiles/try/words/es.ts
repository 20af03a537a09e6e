import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  title: 'Probar un archivo',
  advice: 'Descubra qué falla en un archivo de perfiles antes de enviarlo.',
  file: 'Archivo',
  fileAdvice:
    'Una tabla de una hoja de cálculo guardada como CSV, o un lote como lo envían los procesos. Se lee en este navegador y no sale de él hasta que usted lo envíe.',
  choose: 'Elegir un archivo',
  orDrop: 'O suéltelo aquí.',
  reading: (name) => `Leyendo ${name}`,
  cancel: 'Cancelar',
  cancelled: 'Cancelado. No se guardó nada del archivo, salvo que ya hubiera llegado entero.',
  gone: (name) => `${name} se modificó o se eliminó después de elegirlo. Elíjalo de nuevo.`,

  rows: (count, written) =>
    plural(count, {
      one: `Se puede aceptar ${written} fila.`,
      many: `Se pueden aceptar ${written} de filas.`,
      other: `Se pueden aceptar ${written} filas.`,
    }),
  isBatch: 'Un lote como lo envían los procesos.',
  isTable: (separator) => `Una tabla con ${separator} entre las celdas.`,
  separators: { ',': 'comas', ';': 'puntos y comas', '\t': 'tabuladores', '|': 'barras verticales' },
  encodings: {
    'utf-8': 'Codificación: UTF-8.',
    'utf-16le': 'Codificación: UTF-16; el lote es UTF-8.',
    'utf-16be': 'Codificación: UTF-16 (big endian); el lote es UTF-8.',
    'windows-1252': 'Codificación: Windows-1252; el lote es UTF-8.',
  },
  noFault: 'No se encontró ningún error',
  cannotBeSent: 'Este archivo no se puede enviar tal como está',
  faulty: (count, written) =>
    plural(count, {
      one: `No se puede aceptar ${written} fila`,
      many: `No se pueden aceptar ${written} de filas`,
      other: `No se pueden aceptar ${written} filas`,
    }),
  line: (line) => `Fila ${line}:`,
  moreFaults: (written) => `Y ${written} más.`,
  firstColumnIs: 'La primera columna contiene',
  firstRows: 'Las primeras filas, como se guardarían',
  lineColumn: 'Fila',

  faults: {
    empty: 'no hay ninguna fila debajo del encabezado.',
    'no-row': 'hay un encabezado pero ninguna fila. Puede que se hayan eliminado los saltos de línea.',
    'no-header': 'el archivo no empieza con un encabezado.',
    'form-encoded': 'sus comas y saltos de línea están codificados por porcentaje, como en un formulario.',
    'not-text': {
      gzip: 'está comprimido con gzip. Descomprímalo y elija lo que contiene.',
      ZIP: 'es un libro de cálculo u otro archivo comprimido. Guarde la tabla como CSV y elija ese archivo.',
      'UTF-16': 'está en UTF-16. Guárdelo como UTF-8.',
    },
    'too-many-bytes': 'el lote tendría 50 MB o más. Envíelo por partes.',
    'first-column': (given) => `la primera columna debe ser pcId o thirdPartyId, no «${given}».`,
    'no-attribute': 'no nombra ningún atributo además del identificador.',
    'unnamed-column': (column) => `la columna ${column} no tiene nombre.`,
    'doubled-column': (name) => `la columna «${name}» aparece dos veces.`,
    'prefixed-column': (name) =>
      `la columna «${name}» empieza por «profile.», como solo hacen los parámetros de las actualizaciones individuales.`,
    'line-too-long': (limit) => `tiene más de ${limit} KB.`,
    'not-utf8': 'hay un carácter dañado: no está en la codificación del resto del archivo.',
    nul: 'contiene un carácter NUL, que ningún perfil puede contener.',
    'bad-escape':
      'hay un % que no va seguido de UTF-8 codificado por porcentaje. Escriba el propio % como %25.',
    'second-header': 'contiene un segundo encabezado, como cuando se unen archivos.',
    'carriage-return': 'contiene un retorno de carro al que no sigue un salto de línea.',
    'quoted-cell':
      'una celda está entre comillas, y un lote no las lleva. Escriba como %22 las comillas que forman parte del valor.',
    'too-many-rows': (limit) => `un lote puede tener como máximo ${limit} filas. Envíelo por partes.`,
    'too-many-cells': (cells, named) =>
      `tiene ${cells} celdas y el encabezado nombra ${named}. Un valor que contiene un separador debe ir entre comillas o, en un lote, codificado por porcentaje.`,
    identifier: {
      empty: () => 'el identificador está vacío.',
      'too-long': (limit) => `el identificador tiene más de ${limit} caracteres.`,
      character: () => 'el identificador contiene + o /.',
    },
    quotes: 'hay unas comillas sin cerrar. No se puede leer nada de lo que sigue.',
  },

  asBatch: 'Como lote',
  asBatchAdvice:
    'Las celdas vacías no cambian nada. Los atributos que el archivo no nombra se quedan como están.',
  leaveOut: (count, written) =>
    plural(count, {
      one: `Omitir ${written} fila`,
      many: `Omitir ${written} de filas`,
      other: `Omitir ${written} filas`,
    }),
  mendFirst: 'Corrija el archivo y elíjalo de nuevo, u omita lo que no se puede aceptar.',
  profilesThatAreNotThere: 'Perfiles que no existen',
  create: 'Crearlos',
  passOver: 'Omitirlos',
  send: (count, written) =>
    plural(count, {
      one: `Enviar ${written} fila`,
      many: `Enviar ${written} de filas`,
      other: `Enviar ${written} filas`,
    }),
  save: 'Guardar el lote',
  sending: 'Enviando',
  sentOf: (sent, all) => `${sent} de ${all}`,
  mayBeSent:
    'Puede que se haya aceptado de todos modos. Si es así, consta en el registro de auditoría: consúltelo antes de enviarlo otra vez.',

  takenIn: 'El lote se aceptó',
  applying: 'Filas tratadas',
  appliedOf: (applied, all) => `${applied} de ${all}`,
  applied: (count, written) =>
    plural(count, {
      one: `Se aplicó ${written} fila.`,
      many: `Se aplicaron ${written} de filas.`,
      other: `Se aplicaron ${written} filas.`,
    }),
  notApplied: (count, written) =>
    plural(count, {
      one: `No se aplicó ${written} fila.`,
      many: `No se aplicaron ${written} de filas.`,
      other: `No se aplicaron ${written} filas.`,
    }),
  lookUp: 'Lo que se guarda de un visitante se ve en Consulta.',
  stuck: 'Este lote está atascado: falló una y otra vez al aplicarlo. Lo que no se aplicó se conserva.',
  failedRows: 'Filas que no se aplicaron',
  allAsCsv: 'Todas en CSV',
  identifier: 'Identificador',
  reason: 'Motivo',
  reasons: {
    'not-found': 'No existe ese perfil.',
    'too-large': 'El perfil tendría más de 64 KB.',
  },
}
