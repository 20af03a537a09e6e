import type { Words } from './en.ts'

export const words: Words = {
  title: 'Connectez-vous de nouveau',
  advice:
    'Pour cela, confirmez encore une fois que c’est bien vous. L’opération se poursuit ensuite ; rien de ce que vous avez saisi ou choisi n’est perdu.',
  password: 'Votre mot de passe',
  passwordNeeded: 'Saisissez votre mot de passe.',
  wrongPassword: 'Ce n’est pas votre mot de passe.',
  goOn: 'Continuer',
  usePasskey: 'Confirmer avec une clé d’accès',
  signInAgainWith: (name) => `Se reconnecter avec ${name}`,
  isOpen: (name) =>
    `${name} est ouvert dans une autre fenêtre. Dès que vous vous y serez connecté, la suite se fera d’elle-même.`,
  isBlocked: 'Le navigateur n’a ouvert aucune fenêtre.',
  open: (name) => `Ouvrir ${name}`,
  cancel: 'Annuler',
  noWay:
    'Vous n’avez aucun moyen de vous connecter de nouveau ici. Fermez la session, puis reconnectez-vous.',
}
