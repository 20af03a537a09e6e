import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  title: 'Testar um arquivo',
  advice: 'Veja o que há de errado em um arquivo de perfis antes de enviá-lo.',
  file: 'Arquivo',
  fileAdvice:
    'Uma tabela de uma planilha, salva como CSV, ou um lote como os processos o enviam. Ele é lido neste navegador e não sai daqui até você enviá-lo.',
  choose: 'Escolher um arquivo',
  orDrop: 'Ou solte-o aqui.',
  reading: (name) => `Lendo ${name}`,
  cancel: 'Cancelar',
  cancelled: 'Cancelado. Nada do arquivo foi guardado, a menos que já tivesse chegado inteiro.',
  gone: (name) => `${name} foi alterado ou removido depois de escolhido. Escolha-o de novo.`,

  rows: (count, written) =>
    plural(count, {
      one: `${written} linha pode ser aceita.`,
      many: `${written} de linhas podem ser aceitas.`,
      other: `${written} linhas podem ser aceitas.`,
    }),
  isBatch: 'Um lote como os processos o enviam.',
  isTable: (separator) => `Uma tabela com ${separator} entre as células.`,
  separators: { ',': 'vírgulas', ';': 'pontos e vírgulas', '\t': 'tabulações', '|': 'barras verticais' },
  encodings: {
    'utf-8': 'Codificação: UTF-8.',
    'utf-16le': 'Codificação: UTF-16; o lote é UTF-8.',
    'utf-16be': 'Codificação: UTF-16 (big endian); o lote é UTF-8.',
    'windows-1252': 'Codificação: Windows-1252; o lote é UTF-8.',
  },
  noFault: 'Nenhum erro foi encontrado',
  cannotBeSent: 'Este arquivo não pode ser enviado como está',
  faulty: (count, written) =>
    plural(count, {
      one: `${written} linha não pode ser aceita`,
      many: `${written} de linhas não podem ser aceitas`,
      other: `${written} linhas não podem ser aceitas`,
    }),
  line: (line) => `Linha ${line}:`,
  moreFaults: (written) => `E mais ${written}.`,
  firstColumnIs: 'A primeira coluna contém',
  firstRows: 'As primeiras linhas, como seriam armazenadas',
  lineColumn: 'Linha',

  faults: {
    empty: 'não há nenhuma linha abaixo do cabeçalho.',
    'no-row': 'há um cabeçalho, mas nenhuma linha. As quebras de linha podem ter sido removidas.',
    'no-header': 'o arquivo não começa com um cabeçalho.',
    'form-encoded':
      'suas vírgulas e quebras de linha estão codificadas por porcentagem, como em um formulário.',
    'not-text': {
      gzip: 'está compactado com gzip. Descompacte-o e escolha o que há nele.',
      ZIP: 'é uma pasta de trabalho ou outro arquivo compactado. Salve a tabela como CSV e escolha esse arquivo.',
      'UTF-16': 'está em UTF-16. Salve-o como UTF-8.',
    },
    'too-many-bytes': 'o lote teria 50 MB ou mais. Envie-o em partes.',
    'first-column': (given) => `a primeira coluna deve ser pcId ou thirdPartyId, não “${given}”.`,
    'no-attribute': 'ela não nomeia nenhum atributo além do identificador.',
    'unnamed-column': (column) => `a coluna ${column} não tem nome.`,
    'doubled-column': (name) => `a coluna “${name}” aparece duas vezes.`,
    'prefixed-column': (name) =>
      `a coluna “${name}” começa com “profile.”, como só fazem os parâmetros de atualizações individuais.`,
    'line-too-long': (limit) => `ela tem mais de ${limit} KB.`,
    'not-utf8': 'há um caractere danificado: não está na codificação do resto do arquivo.',
    nul: 'ela contém um caractere NUL, que nenhum perfil pode conter.',
    'bad-escape':
      'há um % que não é seguido de UTF-8 codificado por porcentagem. Escreva o próprio % como %25.',
    'second-header': 'ela contém um segundo cabeçalho, como quando arquivos são unidos.',
    'carriage-return': 'ela contém um retorno de carro que não é seguido de uma quebra de linha.',
    'quoted-cell':
      'uma célula está entre aspas, o que um lote não tem. Escreva como %22 as aspas que fazem parte do valor.',
    'too-many-rows': (limit) => `um lote pode ter no máximo ${limit} linhas. Envie-o em partes.`,
    'too-many-cells': (cells, named) =>
      `ela tem ${cells} células e o cabeçalho nomeia ${named}. Um valor que contém um separador deve ficar entre aspas ou, em um lote, codificado por porcentagem.`,
    identifier: {
      empty: () => 'o identificador está vazio.',
      'too-long': (limit) => `o identificador tem mais de ${limit} caracteres.`,
      character: () => 'o identificador contém + ou /.',
    },
    quotes: 'há aspas que não foram fechadas. Nada depois delas pode ser lido.',
  },

  asBatch: 'Como lote',
  asBatchAdvice: 'Células vazias não mudam nada. Os atributos que o arquivo não nomeia ficam como estão.',
  leaveOut: (count, written) =>
    plural(count, {
      one: `Deixar ${written} linha de fora`,
      many: `Deixar ${written} de linhas de fora`,
      other: `Deixar ${written} linhas de fora`,
    }),
  mendFirst: 'Corrija o arquivo e escolha-o de novo, ou deixe de fora o que não pode ser aceito.',
  profilesThatAreNotThere: 'Perfis que não existem',
  create: 'Criá-los',
  passOver: 'Deixá-los de fora',
  send: (count, written) =>
    plural(count, {
      one: `Enviar ${written} linha`,
      many: `Enviar ${written} de linhas`,
      other: `Enviar ${written} linhas`,
    }),
  save: 'Salvar o lote',
  sending: 'Enviando',
  sentOf: (sent, all) => `${sent} de ${all}`,
  mayBeSent:
    'Ele pode ter sido aceito mesmo assim. Se foi, o log de auditoria diz: veja lá antes de enviá-lo de novo.',

  takenIn: 'O lote foi aceito',
  applying: 'Linhas processadas',
  appliedOf: (applied, all) => `${applied} de ${all}`,
  applied: (count, written) =>
    plural(count, {
      one: `${written} linha foi aplicada.`,
      many: `${written} de linhas foram aplicadas.`,
      other: `${written} linhas foram aplicadas.`,
    }),
  notApplied: (count, written) =>
    plural(count, {
      one: `${written} linha não foi.`,
      many: `${written} de linhas não foram.`,
      other: `${written} linhas não foram.`,
    }),
  lookUp: 'O que está armazenado de um visitante aparece em Consulta.',
  stuck: 'Este lote está travado: aplicá-lo falhou repetidas vezes. O que não foi aplicado é conservado.',
  failedRows: 'Linhas que não foram aplicadas',
  allAsCsv: 'Todas em CSV',
  identifier: 'Identificador',
  reason: 'Motivo',
  reasons: {
    'not-found': 'Não existe esse perfil.',
    'too-large': 'O perfil teria mais de 64 KB.',
  },
}
