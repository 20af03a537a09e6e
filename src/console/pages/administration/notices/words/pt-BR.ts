import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')
const callers = (count: number, written: string) =>
  plural(count, { one: `${written} chamador`, other: `${written} chamadores` })

export const words: Words = {
  title: 'Avisos',
  advice: 'A quem avisar, pessoas e sistemas, antes que algo pare de funcionar.',

  addWebhook: 'Adicionar webhook…',
  addEmail: 'Adicionar e-mail…',
  noMailServer: 'E-mails precisam de um servidor de e-mail. Quem opera o serviço pode indicar um com',
  and: 'e',

  targets: 'A quem avisar',
  noTargets: 'Ninguém é avisado ainda. Adicione um webhook ou um endereço de e-mail.',
  kinds: {
    'token-expiry': 'Expiração do token',
    'refused-calls': 'Chamadas recusadas',
    'stuck-batches': 'Lotes travados',
  },
  inLanguage: (language) => `Idioma: ${language}`,
  nothingSent: 'Nada foi enviado ainda',
  sendTest: 'Enviar teste',
  change: 'Alterar…',
  remove: 'Remover…',
  of: (act, name) => `${act} ${name}`,

  webhook: {
    add: 'Adicionar um webhook',
    change: 'Alterar o webhook',
    address: 'Endereço',
    addressHint: 'Começa com https e é chamado com POST.',
    wrongAddress: 'Informe um endereço como https://hooks.example.com/profile-api.',
    refusedAddress:
      'Ele precisa começar com https e levar à Internet. Quem opera o serviço pode permitir redes próprias com WEBHOOK_NETWORKS.',
  },
  email: {
    add: 'Adicionar um endereço de e-mail',
    change: 'Alterar o endereço de e-mail',
    address: 'Endereço de e-mail',
    wrongAddress: 'Informe um endereço de e-mail como ops@example.com.',
    language: 'Idioma dos e-mails',
  },
  name: 'Nome',
  nameHint: 'Pelo qual você o reconhece aqui, como “Canal de incidentes”.',
  wrongName: 'Informe um nome de no máximo 100 caracteres, sem caracteres de controle.',
  tellOf: 'Avisar de',
  tellOfHint: {
    'token-expiry': '30, 14, 7 e 1 dias antes de o token atual expirar, e quando ele tiver expirado',
    'refused-calls': 'quando são recusadas chamadas que eram aceitas antes de uma mudança',
    'stuck-batches': 'quando um lote não pôde ser aplicado e é abandonado',
  },
  wrongKinds: 'Escolha pelo menos um.',
  tooMany: 'Há 20 webhooks e endereços de e-mail, que é o máximo. Remova um deles antes.',
  add: 'Adicionar',
  save: 'Salvar',
  cancel: 'Cancelar',
  close: 'Fechar',

  secret: 'Segredo',
  secretAdvice: 'As solicitações são assinadas com um segredo, que foi mostrado uma vez.',
  replaceSecret: 'Substituir o segredo…',
  replaceTitle: (name) => `Substituir o segredo de ${name}?`,
  replaceAdvice:
    'A partir da próxima solicitação, elas são assinadas com o novo. O que o receptor recusar até conhecê-lo é tentado novamente por um dia.',
  replace: 'Substituir',
  secretOf: (name) => `Segredo de ${name}`,
  secretShownOnce:
    'Ele é mostrado agora e nunca mais. Guarde-o onde o receptor verifica se uma solicitação vem daqui.',
  howToVerify: 'Como define o Standard Webhooks: docs/api.md explica como.',
  done: 'Concluir',

  removeTitle: (name) => `Remover ${name}?`,
  removeAdvice: 'Não recebe mais nenhum aviso, e o que espera para ser enviado é descartado.',
  removeConfirm: 'Remover',

  saidAdded: (name) => `Adicionado: ${name}.`,
  saidChanged: (name) => `Alterado: ${name}.`,
  saidRemoved: (name) => `Removido: ${name}.`,

  next: 'Próximos avisos',
  expires: (lastFour, when) => `O token …${lastFour} expira em ${when}.`,
  told: (count) =>
    plural(count, {
      one: 'Um destino é avisado nesses dias.',
      other: `${count} destinos são avisados nesses dias.`,
    }),
  nobodyTold: 'Ninguém é avisado disso',
  nobodyToldAdvice:
    'Nenhum webhook e nenhum endereço de e-mail tem “Expiração do token” entre aquilo de que é avisado.',
  daysBefore: (days) => plural(days, { one: '1 dia antes', other: `${days} dias antes` }),
  whenExpired: 'quando tiver expirado',
  noToken: 'Não há nenhum token válido, portanto nenhum vai expirar.',

  sent: 'Enviados',
  sentAdvice: 'Mantidos por 30 dias',
  filter: 'Mostrar',
  filters: {
    all: (count) => `Todos ${count}`,
    waiting: (count) => `Em espera ${count}`,
    failed: (count) => `Com falha ${count}`,
  },
  none: {
    all: 'Nada foi enviado nos últimos 30 dias.',
    waiting: 'Nada espera para ser enviado.',
    failed: 'Nada falhou.',
  },
  columns: { notice: 'Aviso', to: 'Para', when: 'Quando', result: 'Resultado', acts: 'Ações' },
  removed: 'removido depois',
  tryNow: 'Tentar agora',
  showOlder: 'Mostrar anteriores',

  notices: {
    expiring: (lastFour, days) =>
      plural(days, {
        one: `O token …${lastFour} expira em 1 dia`,
        other: `O token …${lastFour} expira em ${days} dias`,
      }),
    expired: (lastFour) => `O token …${lastFour} expirou`,
    callers,
    callersAmong: (count, written, names) => `${callers(count, written)}, entre eles ${names}`,
    unused: 'Ninguém o usa',
    usedBy: (who) => `Usado por ${who}`,
    refused: {
      'turned-on': () => 'Chamadas recusadas desde que a autenticação foi ativada',
      replaced: (lastFour) => `Chamadas recusadas desde que …${lastFour} foi substituído`,
      'overlap-ended': (lastFour) => `Chamadas recusadas desde que o prazo de …${lastFour} acabou`,
      ended: (lastFour) => `Chamadas recusadas desde que …${lastFour} foi encerrado`,
      expired: (lastFour) => `Chamadas recusadas desde que …${lastFour} expirou`,
    },
    stuck: 'Um lote está travado',
    rows: (rows, written, applied) =>
      `${plural(rows, { one: `${written} linha`, many: `${written} de linhas`, other: `${written} linhas` })}, ${applied} aplicadas`,
    test: 'Teste',
    by: (who) => `de ${who}`,
  },

  outcome: {
    delivered: 'Entregue',
    failed: 'Falhou',
    beingSent: 'Sendo enviado',
    waiting: 'Espera para ser enviado',
    waitingForTry: (next) => `Espera pela tentativa ${next}`,
    took: (duration) => `em ${duration}`,
    answer: (status) => `resposta ${status}`,
    tries: (count) => plural(count, { one: '1 tentativa', other: `${count} tentativas` }),
    before: (failure) => `Antes disso: ${failure}`,
  },
  failures: {
    answered: (status, said) => `Resposta ${status}${said === '' ? '' : `: ${said}`}`,
    'timed-out': 'Sem resposta em 8 segundos',
    'address-refused': 'O endereço leva a uma rede própria, aonde os webhooks não podem ir',
    'not-https': 'O endereço não começa com https',
    'name-unknown': 'O nome do servidor não é conhecido',
    'not-connected': (said) => `Sem conexão${said === '' ? '' : `: ${said}`}`,
    certificate: (said) => `O certificado não foi aceito${said === '' ? '' : `: ${said}`}`,
    'mail-refused': (said) => `O servidor de e-mail respondeu: ${said === '' ? '…' : said}`,
    'mail-not-set-up': 'Este serviço não tem servidor de e-mail',
    'secret-unreadable': 'O segredo não pode mais ser lido: substitua-o',
    fault: 'Uma falha do serviço, sobre a qual o log dele diz mais',
  },
}
