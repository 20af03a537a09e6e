import type { MailTexts } from './en.ts'

export const ptBR: MailTexts = ({ number, list, plural }) => ({
  subject: {
    expiring: (lastFour, days) =>
      `O token …${lastFour} expira em ${plural(days, { one: '1 dia', other: `${days} dias` })}`,
    expired: (lastFour) => `O token …${lastFour} expirou`,
    refused: 'Chamadas que antes eram aceitas estão sendo recusadas',
    stuck: 'Um lote está travado',
    test: 'Teste',
  },

  expiring: (lastFour, when) =>
    `O token de autenticação de perfil que termina em ${lastFour} expira em ${when}.`,
  expiringRequired:
    'A partir desse momento, as chamadas com ele serão recusadas. Gere um novo token a tempo e atualize seus scripts e aplicativos; o atual pode continuar funcionando ao lado do novo pelo tempo que você escolher.',
  expired: (lastFour, when) =>
    `O token de autenticação de perfil que termina em ${lastFour} expirou em ${when}.`,
  expiredRequired:
    'As chamadas com ele são recusadas. Gere um novo token e atualize seus scripts e aplicativos.',
  notRequired: 'A autenticação está desativada no momento: chamadas sem token também são aceitas.',
  usedBy: (callers, names) => {
    if (callers === 0) return 'Ninguém o usa.'
    if (callers === names.length) return `Usado por ${list(names)}.`
    const they = plural(callers, {
      one: '1 chamador o usa',
      many: `${number(callers)} de chamadores o usam`,
      other: `${number(callers)} chamadores o usam`,
    })
    return `${they}${names.length === 0 ? '' : `, entre eles ${list(names)}`}.`
  },

  refusedSince: {
    'turned-on': (_lastFour, when) =>
      `A autenticação foi ativada em ${when}. Desde então, chamadas que antes eram aceitas são recusadas.`,
    replaced: (lastFour, when) =>
      `O token que termina em ${lastFour} foi substituído em ${when}. Desde então, chamadas que antes eram aceitas são recusadas.`,
    'overlap-ended': (lastFour, when) =>
      `O token anterior que termina em ${lastFour} funcionou até ${when}. Desde então, chamadas que antes eram aceitas são recusadas.`,
    ended: (lastFour, when) =>
      `O token que termina em ${lastFour} foi encerrado em ${when}. Desde então, chamadas que antes eram aceitas são recusadas.`,
    expired: (lastFour, when) =>
      `O token que termina em ${lastFour} expirou em ${when}. Desde então, chamadas que antes eram aceitas são recusadas.`,
  },
  refusedCalls: (calls, callers, names) => {
    const many = plural(calls, {
      one: '1 chamada',
      many: `${number(calls)} de chamadas`,
      other: `${number(calls)} chamadas`,
    })
    if (callers === names.length) return `Até agora, ${many} de ${list(names)}.`
    const whose = plural(callers, { one: '1 chamador', other: `${number(callers)} chamadores` })
    return `Até agora, ${many} de ${whose}${names.length === 0 ? '' : `, entre eles ${list(names)}`}.`
  },
  wayBack: 'O console diz o que faria com que fossem aceitas novamente.',

  stuck: (batchId) =>
    `O lote ${batchId} não pôde ser aplicado; houve várias tentativas, e ele foi abandonado.`,
  stuckRows: (applied, rows) =>
    `Linhas aplicadas: ${number(applied)} de ${number(rows)}. O log do serviço diz o motivo. Quando isso estiver resolvido, envie o restante novamente.`,

  test: (who) => `${who} enviou esta mensagem para verificar se os avisos chegam a este endereço.`,

  link: {
    invited: {
      subject: 'Convite para o Profile API Console',
      why: (who, clientCode) => `${who} convida você para o Profile API Console, do cliente ${clientCode}.`,
    },
    known: {
      subject: 'Seu novo link para o Profile API Console',
      why: (who, clientCode) =>
        `${who} criou um link para você voltar a entrar no Profile API Console, do cliente ${clientCode}.`,
    },
    once: (until) =>
      `Abra este link para continuar. Ele funciona uma única vez, até ${until}. Não o repasse a ninguém: quem o abre entra com a sua conta.`,
    ignore: 'Se você não esperava esta mensagem, exclua-a: nada acontece enquanto ninguém abrir o link.',
  },

  why: (clientCode) =>
    `Você recebe esta mensagem porque este endereço consta em Administração > Avisos do Profile API Console, para o cliente ${clientCode}. Ele pode ser removido lá.`,
})
