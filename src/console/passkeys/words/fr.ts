import type { Words } from './en.ts'

export const words: Words = {
  cancelled: 'Rien n’a été confirmé. Réessayez quand vous le souhaitez.',
  notHere:
    'Les clés d’accès ne fonctionnent pas ici\u00a0: les navigateurs ne les utilisent qu’en https, à une adresse qui a un nom.',
  already: 'Cet appareil a déjà une clé d’accès à vous.',
  unknown: 'Le navigateur n’a pas pu utiliser de clé d’accès.',
  refused: 'Cette clé d’accès ne permet pas de se connecter ici.',
  expired: 'Le délai est dépassé ou la connexion était déjà terminée. Reconnectez-vous.',
  notAsked: 'Ce n’est pas la clé d’accès demandée, ou le délai est dépassé. Réessayez.',
  tooMany: 'Vous avez le nombre maximal de clés d’accès. Supprimez-en une d’abord.',
  taken: 'Cette clé d’accès a déjà été ajoutée.',
  providerOnly: 'Vos rôles viennent du fournisseur d’identité. Connectez-vous chez lui.',
  lastWay: 'C’est votre dernier moyen de vous connecter, elle reste donc.',
  codesTitle: 'Vos codes de récupération',
  codesAdvice:
    'Conservez-les là où vous seul y avez accès. Quand vous n’avez pas de clé d’accès sous la main, chacun vous connecte une fois, après votre mot de passe. Ils ne seront plus affichés.',
  copy: 'Copier les codes',
  download: 'Télécharger',
  fileTitle: 'Codes de récupération pour Profile API Console',
  name: 'Nom de la clé d’accès',
  nameHint: 'Pour vous seul, par exemple «\u00a0Portable du bureau\u00a0».',
  wrongName: 'Donnez à la clé d’accès un nom de 100 caractères au plus, sans caractères de contrôle.',
  add: 'Ajouter une clé d’accès',
}
