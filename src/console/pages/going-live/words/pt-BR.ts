import type { Words } from './en.ts'

export const words: Words = {
  title: 'Entrada em operação, passo a passo',
  advice:
    'De uma API de perfil em que qualquer um pode gravar a uma que só aceita seus scripts e aplicativos, sem que nenhum deles pare de surpresa.',
  toImplementation: 'Ir para Implementação',

  approver: {
    title: 'Para o aprovador',
    parts: {
      before: {
        title: 'Ver quem chama',
        steps: {
          look: {
            title: 'Deixe “Requer autenticação” desativada e olhe “Chamadores”.',
            advice:
              'Toda chamada é contada, com ou sem token. Espere uma rodada completa do processo menos frequente: o que roda uma vez por mês aparece depois de um mês.',
          },
          name: {
            title: 'Dê nomes aos chamadores.',
            advice:
              'Faça isso enquanto souber de quem é cada endereço. Pergunte pelos que ninguém conhece: são os que parariam.',
          },
        },
      },
      prepare: {
        title: 'Preparar',
        steps: {
          prepare: {
            title: 'Prepare um token.',
            advice: 'As chamadas já podem enviá-lo; ele só é exigido quando você ativar a autenticação.',
          },
          handOut: {
            title: 'Entregue o cabeçalho.',
            advice:
              'Em “Token de autenticação”, escolha a forma de que o desenvolvedor precisa, copie e entregue como entregaria uma senha.',
          },
          watch: {
            title: 'Acompanhe a mudança dos chamadores.',
            advice:
              'A página conta os que já o enviam. De quem não chamou desde que o token existe ainda não se sabe nada.',
          },
        },
      },
      turnOn: {
        title: 'Ativar',
        steps: {
          turnOn: {
            title: 'Ative “Requer autenticação”.',
            advice:
              'A pergunta diz quais chamadores seriam recusados, ou que nenhum seria. Vale a partir da próxima chamada: atualizações em massa, atualizações individuais e leituras.',
          },
          stay: {
            title: 'Fique mais um momento.',
            advice: 'As chamadas recusadas aparecem no alto da página: quantas, de quem e por quê.',
          },
        },
      },
      refused: {
        title: 'Se chamadas forem recusadas',
        steps: {
          tell: {
            title: 'Diga o motivo ao desenvolvedor.',
            advice: 'O que cada um significa está explicado abaixo.',
          },
          back: {
            title: 'Ou volte atrás.',
            advice:
              'Deixe o token anterior voltar a funcionar ou desative a autenticação. A página diz quantas das chamadas recusadas teriam sido aceitas assim.',
          },
        },
      },
      rotate: {
        title: 'Antes que ele expire',
        steps: {
          generate: {
            title: 'Clique em “Gerar novo token de autenticação de perfil”.',
            advice:
              '“Expira em” diz quando é hora; a página avisa 14 dias antes. Escolha por quanto tempo o token atual continua funcionando ao lado do novo, por exemplo 7 dias.',
          },
          move: {
            title: 'Entregue o novo cabeçalho e acompanhe a mudança dos chamadores.',
            advice:
              'Se faltar tempo, deixe o token anterior funcionar por mais tempo, no máximo até ele expirar.',
          },
          end: {
            title: 'Encerre o token anterior quando o último chamador tiver mudado.',
            advice: 'Se foi cedo demais, deixe-o voltar a funcionar.',
          },
        },
      },
      leaked: {
        title: 'Se um token vazou',
        steps: {
          replace: {
            title: 'Gere um novo token e entregue o cabeçalho dele.',
            advice:
              'Deixe o que vazou funcionar pelo menor tempo possível: quem o tem lê e grava perfis até que ele termine.',
          },
          forGood: {
            title: 'Encerre definitivamente o token que vazou.',
            advice:
              'Ele nunca mais poderá funcionar. Chamadores com endereços que você não conhece podem tê-lo usado.',
          },
        },
      },
    },
  },

  developer: {
    title: 'Para quem desenvolve um script ou aplicativo',
    parts: {
      send: {
        title: 'Enviar o token',
        steps: {
          keep: {
            title: 'Não coloque o cabeçalho no código.',
            advice: 'O lugar dele é uma variável de ambiente ou o seu cofre de segredos.',
          },
          send: {
            title: 'Envie-o em toda chamada.',
            advice: 'É igual em todos os idiomas e não atrapalha antes de ser exigido.',
          },
        },
      },
      check: {
        title: 'Conferir',
        steps: {
          ask: {
            title: 'Pergunte quanto vale o token.',
            advice:
              'Isso não conta como uso. Se a resposta for que ele não está ativo, o aprovador pode testá-lo.',
          },
          warn: {
            title: 'Registre no log quando o seu token termina.',
            advice:
              'A partir de 14 dias antes, e assim que ele foi substituído, cada resposta da API de perfil diz isso neste campo do cabeçalho.',
          },
        },
      },
    },
    refusals: {
      title: 'Se chamadas forem recusadas',
      advice: 'Nada de uma chamada recusada é gravado: corrija e envie de novo.',
      answer: 'A resposta diz',
      toDo: 'O que fazer',
      advices: {
        none: 'A chamada chegou sem o cabeçalho. Envie-o; veja se um proxy ou redirecionamento o retira.',
        over: 'Peça ao aprovador o novo cabeçalho, ou que deixe o token anterior voltar a funcionar.',
        expired: 'Peça ao aprovador o novo cabeçalho.',
        unknown:
          'Copie de novo: aspas, uma quebra de linha ou um caractere que falta são comuns. Compare o endereço.',
        otherClient: 'Compare o código do cliente do endereço com o de “Detalhes da conta”.',
        otherKind: 'Envie o token de autenticação de perfil, que começa com tpa_.',
        malformed: 'Envie o cabeçalho uma só vez, escrito como acima, e nenhum token no endereço.',
        unavailable: 'Espere o tempo que Retry-After indica e envie de novo.',
      },
    },
  },
}
