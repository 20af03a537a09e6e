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
  invitedAdvice: (email) => `Escolha uma senha. Você vai entrar com ${email}.`,
  name: 'Nome',
  email: 'E-mail',
  password: 'Senha',
  passwordAdvice: (minLength) =>
    `Pelo menos ${characters(minLength)}. Qualquer caractere é válido, inclusive espaços; pode ser uma frase inteira.`,
  showPassword: 'Mostrar senha',
  submit: 'Concluir configuração',
  wrong: {
    name: 'Digite um nome com no máximo 100 caracteres.',
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
    'Peça um novo a um administrador do sistema. Enquanto ninguém tiver configurado o serviço, ele mostra um novo a cada inicialização.',
  usedAdvice: 'Ele já foi usado, foi substituído por um mais recente, foi cancelado ou expirou.',
  incompleteAdvice: 'Abra o link completo: ele termina com um código.',
}
