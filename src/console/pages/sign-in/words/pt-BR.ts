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
  lostAtProvider: (name) =>
    `Não consegue entrar com ${name}? Peça um link de configuração a um administrador deste console e abra-o com sua conta de lá. Se não houver outro, fale com quem opera o serviço.`,
  withPasskey: 'Entrar com uma chave de acesso',
  secondTitle: 'Confirme que é você',
  secondAdvice: 'A senha está correta. Agora use sua chave de acesso.',
  codeAdvice: 'A senha está correta. Agora digite um código de recuperação.',
  usePasskey: 'Usar a chave de acesso',
  useCode: 'Usar um código de recuperação',
  code: 'Código de recuperação',
  codeHint: 'Um dos dez que vieram com sua primeira chave de acesso. Cada um vale uma vez.',
  codeNeeded: 'Digite um código de recuperação.',
  codeRefused: 'Este não é nenhum dos seus códigos de recuperação, ou já foi usado.',
  usePasskeyInstead: 'Usar uma chave de acesso',
  startAgain: 'Começar de novo',
  lostPasskeyAdvice:
    'Perdeu suas chaves de acesso e seus códigos de recuperação? Um administrador deste console pode retirar suas chaves de acesso, para que você entre com a senha.',
  firstTitle: 'Adicione uma chave de acesso para continuar',
  firstAdvice:
    'O que você pode fazer aqui exige mais do que uma senha. A chave de acesso fica no seu dispositivo, e você a confirma com a digital, o rosto ou um PIN.',
  goOn: 'Já guardei, continuar',
  signedOut: 'Sessão encerrada',
  endedTitle: 'Sua sessão terminou',
  endedAdvice: 'Entre para continuar de onde parou.',
  undoneAdvice: 'O que você pediu por último não foi feito. Entre para continuar de onde parou.',
  noCookieTitle: 'Seu navegador não guardou a sessão',
  noCookieAdvice: (host) =>
    `A sessão fica em um cookie. Permita os cookies de ${host} no navegador e entre novamente.`,
  setUpTitle: 'Ninguém configurou este serviço ainda',
  setUpAdvice: 'Abra o link de configuração que o serviço mostrou ao iniciar.',
}
