import type { Words } from './en.ts'

export const words: Words = {
  title: 'Entre novamente',
  advice:
    'Para fazer isso, confirme mais uma vez que é você. Depois a ação continua; nada do que você digitou ou escolheu se perde.',
  password: 'Sua senha',
  passwordNeeded: 'Digite sua senha.',
  wrongPassword: 'Esta não é sua senha.',
  goOn: 'Continuar',
  usePasskey: 'Confirmar com uma chave de acesso',
  signInAgainWith: (name) => `Entrar de novo com ${name}`,
  isOpen: (name) => `${name} está aberto em outra janela. Assim que você entrar lá, isto continua sozinho.`,
  isBlocked: 'O navegador não abriu nenhuma janela.',
  open: (name) => `Abrir ${name}`,
  cancel: 'Cancelar',
  noWay: 'Não há como você entrar novamente por aqui. Saia e entre de novo.',
}
