import type { Words } from './en.ts'

export const words: Words = {
  cancelled: 'Nada foi confirmado. Tente novamente quando quiser.',
  notHere:
    'As chaves de acesso não funcionam aqui: os navegadores só as usam por https, em um endereço com nome.',
  already: 'Este dispositivo já tem uma chave de acesso sua.',
  unknown: 'O navegador não conseguiu usar uma chave de acesso.',
  refused: 'Esta chave de acesso não permite entrar aqui.',
  expired: 'Demorou demais ou já tinha sido concluído. Entre novamente.',
  notAsked: 'Esta não é a chave de acesso solicitada, ou demorou demais. Tente novamente.',
  tooMany: 'Você já tem o máximo de chaves de acesso. Remova uma antes.',
  taken: 'Esta chave de acesso já tinha sido adicionada.',
  providerOnly: 'Suas funções vêm do provedor de identidade. Entre por lá.',
  lastWay: 'Esta é sua última forma de entrar, por isso ela fica.',
  codesTitle: 'Seus códigos de recuperação',
  codesAdvice:
    'Guarde-os onde só você tenha acesso. Quando não tiver uma chave de acesso à mão, cada um permite entrar uma vez, depois da senha. Eles não serão exibidos novamente.',
  copy: 'Copiar códigos',
  download: 'Baixar',
  fileTitle: 'Códigos de recuperação do Profile API Console',
  name: 'Nome da chave de acesso',
  nameHint: 'Só para você, por exemplo “Notebook do trabalho”.',
  wrongName: 'Dê à chave de acesso um nome de no máximo 100 caracteres, sem caracteres de controle.',
  add: 'Adicionar chave de acesso',
}
