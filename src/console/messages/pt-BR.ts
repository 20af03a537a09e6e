import type { Messages } from './en.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('pt-BR')

/** O que o console diz em português do Brasil; trata por você. */
export const ptBR: Messages = {
  language: 'pt-BR',
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Pular para o conteúdo',
    navigation: 'Páginas',
    groups: { administration: 'Administração', profiles: 'Perfis' },
    pages: {
      implementation: 'Implementação',
      users: 'Usuários',
      auditLog: 'Log de auditoria',
      notices: 'Avisos',
      batches: 'Lotes',
      tryFile: 'Testar um arquivo',
      lookUp: 'Consulta',
    },
    refusedCalls: (count, written) =>
      plural(count, {
        many: `${written} de chamadas recusadas`,
        one: `${written} chamada recusada`,
        other: `${written} chamadas recusadas`,
      }),
    client: 'Cliente',
    documentation: 'Documentação',
    keyboard: 'Atalhos de teclado',
    help: 'Ajuda',
    theme: 'Tema',
    language: 'Idioma',
    account: (name) => `Sua conta: ${name}`,
    roles: {
      observer: 'Observador',
      editor: 'Editor',
      publisher: 'Publicador',
      approver: 'Aprovador',
      admin: 'Administrador',
      sysadmin: 'Administrador do sistema',
    },
    roleIn: (role, workspace) => `${role} em ${workspace}`,
  },

  tones: { info: 'Observação:', success: 'Concluído:', warning: 'Atenção:', error: 'Erro:' },

  timesAreIn: (timeZone) => `Os horários estão no fuso ${timeZone}.`,

  copying: {
    copy: 'Copiar',
    copied: 'Copiado',
    press: (keys) => `Pressione ${keys} para copiar`,
    hold: 'Toque e mantenha o dedo no texto selecionado para copiar',
  },

  failures: {
    loadFailed: 'Não foi possível carregar esta página',
    brokenPage: 'Algo deu errado nesta página',
    brokenPageAdvice:
      'É uma falha do console. Tente novamente e, se o problema continuar, avise quem opera o serviço.',
    missingPart: 'Falta uma parte do console',
    missingPartAdvice: 'Ele foi atualizado nesse meio-tempo ou a conexão foi perdida. Recarregue a página.',
    loadAgain: 'Recarregar a página',
    failed: 'Algo deu errado no serviço.',
    unreachable: 'Não foi possível acessar o serviço. Verifique sua conexão.',
    unreadable: 'O serviço deu uma resposta que este console não entende.',
    notKnown: 'Não se sabe se isso foi feito.',
    outOfDate: 'O que você vê pode estar desatualizado',
    requestId: 'ID da solicitação',
    tryAgain: 'Tentar novamente',
    refusals: {
      notUnderstood: 'O serviço não aceitou o que o console enviou. Recarregue a página.',
      signedOut: 'Sua sessão não está mais ativa. Entre novamente.',
      setUpRequired: 'Ninguém configurou este serviço ainda.',
      signInRefused: 'O e-mail e a senha não correspondem.',
      forbidden: {
        anyRole:
          'Você não tem nenhuma função aqui e isto requer uma, qualquer que seja. Peça-a a um administrador do sistema.',
        approver: 'Sua função não permite isso. São necessários direitos de aprovador ou de administrador.',
        admin: 'Sua função não permite isso. É necessário ser administrador do espaço de trabalho.',
        sysadmin: 'Isto requer um administrador do sistema.',
      },
      notSameOrigin:
        'O serviço só aceita alterações feitas a partir do próprio endereço. Abra o console nesse endereço.',
      notFound: 'O que você solicitou não existe mais.',
      changed: 'Algo mudou desde que você viu. Confira o estado atual e tente novamente.',
      tooManyTokens:
        'Além do token atual, quatro anteriores já funcionam, que é o máximo. Encerre primeiro um deles.',
      tooManyAttempts: (wait) => `Muitas tentativas de entrada. Tente novamente em ${wait}.`,
      unavailable: 'O serviço não pode fazer isso no momento. Aguarde um pouco e tente novamente.',
    },
    first: {
      settings: (who, when) =>
        `Estas configurações não são mais as que você viu: ${who} as alterou em ${when}. Confira-as e repita a alteração.`,
      other: (who, when) => `${who} alterou isto em ${when}. Confira e repita a alteração.`,
      token: {
        generated: (who, when) => `${who} gerou um token em ${when}. Esse é o token atual.`,
        ended: (who, when) => `${who} encerrou este token em ${when}. As chamadas com ele são recusadas.`,
        prolonged: (who, when) =>
          `${who} deu mais tempo a este token em ${when}. Veja abaixo até quando ele funciona.`,
      },
    },
    refused: (words) => `O serviço recusou a solicitação: “${words}”`,
  },
}
