import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('es')

export const words: Words = {
  title: 'Consulta',
  advice: 'Qué se guarda de un visitante y cuándo cambió cada atributo.',
  visitor: 'Visitante',
  isRecorded:
    'La consulta queda en el registro de auditoría: quién consultó y cuándo, con una huella en lugar del identificador y sin valores.',
  by: 'Consultar por',
  identifier: 'Identificador',
  identifierHint: 'Como lo envían los procesos, sin codificación por porcentaje.',
  lookUp: 'Consultar',
  problems: {
    empty: () => 'Introduzca el identificador.',
    'too-long': (limit) => `Ningún identificador tiene más de ${limit} caracteres.`,
    character: () => 'Ningún identificador contiene + ni /.',
  },

  found: (idKind, id) => `Perfil con ${idKind} ${id}`,
  attributes: (count, written) =>
    plural(count, {
      one: `${written} atributo.`,
      many: `${written} de atributos.`,
      other: `${written} atributos.`,
    }),
  lastChanged: (when) => `Último cambio: ${when}.`,
  view: 'Vista',
  table: 'Tabla',
  asJson: 'El perfil como lo leen los procesos',
  attribute: 'Atributo',
  value: 'Valor',
  changed: 'Cambió',
  showAll: (length) => `Mostrar los ${length} caracteres`,
  showLess: 'Mostrar menos',

  notFound: (idKind, id) => `No hay ningún perfil con ${idKind} ${id}`,
  isOfOtherKind: (idKind) => `Hay uno que tiene ese identificador como ${idKind}.`,
  lookUpBy: (idKind) => `Consultar por ${idKind}`,
  whatCreates: 'Qué lo crearía',
  createdBy:
    'Una fila con este identificador y al menos un valor, en una actualización masiva de la versión 2:',
  notCreatedBy:
    'Una actualización masiva de la versión 1 y una actualización individual solo cambian perfiles que existen. Una fila con todos los valores vacíos no crea nada.',

  waiting: (count, written) =>
    plural(count, {
      one: `${written} fila de un lote espera a aplicarse`,
      many: `${written} de filas de lotes esperan a aplicarse`,
      other: `${written} filas de lotes esperan a aplicarse`,
    }),
  mayBeOfThis: 'Puede tratarse de este visitante. Aquí se muestra lo que estaba guardado al consultar.',
  lookAgain: 'Consultar de nuevo',
}
