import type { Words } from './en.ts'

export const words: Words = {
  title: 'Entrar',
  email: 'E-mail',
  password: 'Senha',
  submit: 'Entrar',
  emailNeeded: 'Digite seu e-mail.',
  passwordNeeded: 'Digite sua senha.',
  lostAdvice:
    'Perdeu a senha ou o link? Peça um novo link de configuração a um administrador deste console. Se não houver outro, quem opera o serviço pode criar um.',
  signedOut: 'Sessão encerrada',
  endedTitle: 'Sua sessão terminou',
  endedAdvice: 'Entre para continuar de onde parou.',
  undoneAdvice: 'O que você pediu por último não foi feito. Entre para continuar de onde parou.',
  setUpTitle: 'Ninguém configurou este serviço ainda',
  setUpAdvice: 'Abra o link de configuração que o serviço mostrou ao iniciar.',
}
