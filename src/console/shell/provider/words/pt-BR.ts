import type { Words } from './en.ts'

export const words: Words = {
  signInWith: (name) => `Entrar com ${name}`,
  or: 'ou',
  signingIn: 'Entrando…',
  failedTitle: 'Você não entrou',
  again: 'Voltar à página de entrada',
  lostTitle: 'Você tem menos permissões do que antes',
  lostAdvice: (roles) =>
    `O provedor de identidade agora lhe dá: ${roles}. Se for um engano, fale com quem cuida dos seus grupos lá.`,
  goOn: 'Continuar',
  againTitle: 'Você entrou de novo',
  againAdvice: 'Volte à janela de onde veio: lá tudo continua. Esta pode ser fechada.',
  notAgainTitle: 'Você não entrou de novo',
  notAgainAdvice: 'Feche esta janela e tente outra vez na janela de onde veio.',
  stillTitle: 'Você continua conectado',
  refusals: {
    'sign-in-out-of-date':
      'Esta entrada já foi concluída, levou mais de dez minutos ou começou em outro navegador. Entre novamente.',
    'provider-refused': 'O provedor de identidade não deixou você entrar, ou você desistiu lá.',
    'provider-unavailable':
      'O provedor de identidade não responde. Tente novamente em instantes ou entre de outra forma.',
    'provider-not-trusted':
      'A resposta do provedor de identidade não é confiável, por isso você não entrou. Avise quem opera este serviço.',
    'provider-clock-off':
      'Os relógios do provedor de identidade e deste serviço diferem em mais de cinco minutos. Avise quem opera este serviço.',
    'provider-refuses-us':
      'O provedor de identidade recusa este serviço da forma como está configurado. Avise quem opera este serviço.',
    suspended:
      'Seu acesso está suspenso: alguém que administra impediu que você entre. Fale com um administrador.',
    'another-account': 'Você entrou no provedor de identidade com uma conta diferente da que usa aqui.',
    'provider-not-fresh':
      'O provedor de identidade não informa que você acabou de provar lá quem é. Saia e entre de novo; se continuar assim, avise quem opera este serviço.',
    'no-role':
      'Sua conta no provedor de identidade não lhe dá nenhuma função aqui, ou não dá mais. Fale com quem cuida dos seus grupos lá.',
    'not-invited':
      'Aqui ninguém está associado à sua conta no provedor de identidade. Peça um convite a um administrador e abra-o com essa conta.',
    'email-not-verified':
      'O provedor de identidade não tem um e-mail da sua conta ou não o verificou. Fale com quem cuida da sua conta lá.',
    'other-sign-in':
      'Alguém aqui já tem o seu e-mail ou a sua conta e entra de outra forma. Se for você, peça a um administrador um link de configuração e abra-o com a sua conta.',
    'password-sign-in-off': 'Ninguém entra com senha aqui. Use o provedor de identidade.',
    'provider-sign-in-only': 'Suas funções vêm do provedor de identidade. Entre por ele.',
  },
}
