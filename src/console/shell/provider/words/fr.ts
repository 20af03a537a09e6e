import type { Words } from './en.ts'

export const words: Words = {
  signInWith: (name) => `Se connecter avec ${name}`,
  or: 'ou',
  signingIn: 'Connexion en cours…',
  failedTitle: 'Vous n’êtes pas connecté',
  again: 'Revenir à la connexion',
  lostTitle: 'Vous avez moins de droits qu’avant',
  lostAdvice: (roles) =>
    `Le fournisseur d’identité vous donne maintenant\u00a0: ${roles}. Si c’est une erreur, adressez-vous à la personne qui y gère vos groupes.`,
  goOn: 'Continuer',
  againTitle: 'Vous vous êtes reconnecté',
  againAdvice: 'Revenez à la fenêtre d’où vous venez\u00a0: la suite s’y fait. Vous pouvez fermer celle-ci.',
  notAgainTitle: 'Vous ne vous êtes pas reconnecté',
  notAgainAdvice: 'Fermez cette fenêtre et réessayez dans celle d’où vous venez.',
  stillTitle: 'Vous êtes toujours connecté',
  refusals: {
    'sign-in-out-of-date':
      'Cette connexion est déjà terminée, a duré plus de dix minutes ou a commencé dans un autre navigateur. Connectez-vous de nouveau.',
    'provider-refused': 'Le fournisseur d’identité ne vous a pas laissé entrer, ou vous y avez renoncé.',
    'provider-unavailable':
      'Le fournisseur d’identité ne répond pas. Réessayez dans un instant, ou connectez-vous d’une autre façon.',
    'provider-not-trusted':
      'La réponse du fournisseur d’identité n’est pas digne de confiance\u00a0: vous n’avez pas été connecté. Prévenez la personne qui gère ce service.',
    'provider-clock-off':
      'Les horloges du fournisseur d’identité et de ce service diffèrent de plus de cinq minutes. Prévenez la personne qui gère ce service.',
    'provider-refuses-us':
      'Le fournisseur d’identité refuse ce service tel qu’il est configuré. Prévenez la personne qui gère ce service.',
    suspended:
      'Votre accès est suspendu\u00a0: une personne qui administre vous empêche de vous connecter. Adressez-vous à un administrateur.',
    'another-account':
      'Vous vous êtes connecté chez le fournisseur d’identité avec un autre compte que celui que vous utilisez ici.',
    'provider-not-fresh':
      'Le fournisseur d’identité n’indique pas que vous venez d’y prouver votre identité. Déconnectez-vous, puis reconnectez-vous\u202f; si rien ne change, prévenez la personne qui gère ce service.',
    'no-role':
      'Votre compte chez le fournisseur d’identité ne vous donne aucun rôle ici, ou plus aucun. Adressez-vous à la personne qui y gère vos groupes.',
    'not-invited':
      'Personne n’est associé ici à votre compte chez le fournisseur d’identité. Demandez une invitation à un administrateur et ouvrez-la avec ce compte.',
    'email-not-verified':
      'Le fournisseur d’identité n’a pas d’adresse e-mail pour votre compte, ou ne l’a pas vérifiée. Adressez-vous à la personne qui y gère votre compte.',
    'other-sign-in':
      'Quelqu’un a déjà ici votre adresse e-mail ou votre compte et se connecte autrement. Si c’est vous, demandez un lien de configuration à un administrateur et ouvrez-le avec votre compte.',
    'password-sign-in-off':
      'Personne ne se connecte ici par mot de passe. Utilisez le fournisseur d’identité.',
    'provider-sign-in-only': 'Vos rôles viennent du fournisseur d’identité. Connectez-vous chez lui.',
  },
}
