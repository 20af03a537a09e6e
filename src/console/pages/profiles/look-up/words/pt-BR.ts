import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  title: 'Consulta',
  advice: 'O que está armazenado de um visitante e quando cada atributo mudou.',
  visitor: 'Visitante',
  isRecorded:
    'A consulta fica no log de auditoria: quem consultou e quando, com uma impressão digital no lugar do identificador e sem valores.',
  by: 'Consultar por',
  identifier: 'Identificador',
  identifierHint: 'Como os processos o enviam, sem codificação por porcentagem.',
  lookUp: 'Consultar',
  problems: {
    empty: () => 'Informe o identificador.',
    'too-long': (limit) => `Nenhum identificador tem mais de ${limit} caracteres.`,
    character: () => 'Nenhum identificador contém + ou /.',
  },

  found: (idKind, id) => `Perfil com ${idKind} ${id}`,
  attributes: (count, written) =>
    plural(count, {
      one: `${written} atributo.`,
      many: `${written} de atributos.`,
      other: `${written} atributos.`,
    }),
  lastChanged: (when) => `Última alteração: ${when}.`,
  view: 'Exibição',
  table: 'Tabela',
  asJson: 'O perfil como os processos o leem',
  attribute: 'Atributo',
  value: 'Valor',
  changed: 'Mudou',
  showAll: (length) => `Mostrar todos os ${length} caracteres`,
  showLess: 'Mostrar menos',

  notFound: (idKind, id) => `Não há perfil com ${idKind} ${id}`,
  isOfOtherKind: (idKind) => `Há um que tem esse identificador como ${idKind}.`,
  lookUpBy: (idKind) => `Consultar por ${idKind}`,
  whatCreates: 'O que o criaria',
  createdBy: 'Uma linha com este identificador e ao menos um valor, em uma atualização em massa da versão 2:',
  notCreatedBy:
    'Uma atualização em massa da versão 1 e uma atualização individual só alteram perfis que existem. Uma linha com todos os valores vazios não cria nada.',

  waiting: (count, written) =>
    plural(count, {
      one: `${written} linha de um lote espera para ser aplicada`,
      many: `${written} de linhas de lotes esperam para ser aplicadas`,
      other: `${written} linhas de lotes esperam para ser aplicadas`,
    }),
  mayBeOfThis: 'Pode tratar-se deste visitante. Aqui está o que estava armazenado na hora da consulta.',
  lookAgain: 'Consultar de novo',
}
