import type { Words } from './en.ts'
import { pluralsOf } from '../../../messages/plurals.ts'

const plural = pluralsOf('pt-BR')
const characters = (count: number) =>
  plural(count, {
    one: `${count} caractere`,
    many: `${count} de caracteres`,
    other: `${count} caracteres`,
  })

export const words: Words = {
  title: 'Configuração inicial',
  firstTitle: 'Configurar o Profile API Console',
  firstAdvice:
    'Você é a primeira pessoa a entrar aqui e, por isso, recebe a função de administrador do sistema.',
  invitedTitle: (name) => `Boas-vindas, ${name}`,
  invitedAdvice: (email) => `Escolha uma senha. Você entrará com ${email}.`,
  invitedEitherAdvice: (provider, email) =>
    `Entre com ${provider} ou escolha uma senha e entre com ${email}.`,
  invitedByProviderAdvice: (provider) =>
    `Entre com ${provider}. A partir daí, você entra aqui com essa conta.`,
  name: 'Nome',
  email: 'E-mail',
  password: 'Senha',
  passwordAdvice: (minLength) =>
    `Pelo menos ${characters(minLength)}. Qualquer caractere é válido, inclusive espaços; pode ser uma frase inteira.`,
  showPassword: 'Mostrar senha',
  submit: 'Concluir configuração',
  wrong: {
    name: 'Digite um nome com no máximo 100 caracteres, sem caracteres de controle.',
    email: 'Digite um endereço de e-mail, por exemplo, nome@example.com.',
    password: (minLength, maxLength) => `Escolha uma senha de ${minLength} a ${characters(maxLength)}.`,
  },
  weak: {
    'password-too-common':
      'É uma das senhas que muita gente usa, ou é feita delas. Escolha outra, por exemplo uma frase sua.',
    'password-of-own-words':
      'É feita do seu nome, do seu e-mail ou do nome do produto ou do cliente. Escolha algo que os outros não saibam de você.',
    'password-too-uniform':
      'Ela se repete ou segue o alfabeto, os números ou o teclado. Escolha algo menos regular.',
  },
  unusableTitle: 'Este link de configuração não pode ser usado',
  unusableAdvice:
    'Peça um novo a um administrador. Enquanto ninguém tiver configurado o serviço, ele mostra um novo a cada inicialização.',
  usedAdvice: 'Ele já foi usado, foi substituído por um mais recente, foi cancelado ou expirou.',
  incompleteAdvice: 'Abra o link completo: ele termina com um código.',
  accept: {
    title: 'Você já tem uma conta aqui',
    advice: 'Entre com ela em outra aba e depois aceite. Você mantém o que tem e recebe o que o convite dá.',
    signIn: 'Entrar em outra aba',
    signedOut: 'Você ainda não entrou.',
    notTheirs: 'Você entrou como outra pessoa, ou o link foi usado, substituído ou expirou.',
    accept: 'Aceitar',
  },
  reloadedTitle: 'Abra seu link de novo',
  reloadedAdvice:
    'Recarregar esta página não gastou seu link: ele continua funcionando. O código foi retirado do endereço para que ninguém o leia ali. Abra o link mais uma vez de onde o recebeu.',
  next: {
    title: 'Você entrou. Próximos passos',
    advice: 'Enquanto você não ativar a autenticação, os processos continuam entrando como antes.',
    steps: {
      turnOn: {
        title: 'Ative “Requer autenticação”.',
        advice: 'A partir daí, toda chamada à API de perfil precisa do token.',
      },
      generate: {
        title: 'Gere o token de autenticação.',
        advice: 'Ele vale por 90 dias, ou pelo tempo que você escolher.',
      },
      copy: {
        title: 'Copie o cabeçalho.',
        advice: 'É uma linha só, pronta para seus scripts e aplicativos.',
      },
      call: {
        title: 'Faça chamadas com ele.',
        advice: 'Em “Chamadores” você vê cada chamada e se ela enviou o token.',
      },
      invite: {
        title: 'Convide as outras pessoas.',
        advice:
          'Em “Usuários”. Um aprovador pode fazer o mesmo; cada pessoa recebe um link como o que você usou.',
      },
    },
    callers:
      'Já há processos que fazem chamadas? Então prepare um token antes, para que nenhum seja recusado.',
    goingLive: 'Entrada em operação, passo a passo',
    go: 'Ir para Implementação',
  },
}
