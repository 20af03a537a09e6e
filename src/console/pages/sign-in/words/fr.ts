import type { Words } from './en.ts'

export const words: Words = {
  title: 'Connexion',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  emailNeeded: 'Saisissez votre adresse e-mail.',
  passwordNeeded: 'Saisissez votre mot de passe.',
  lostAdvice:
    'Mot de passe ou lien perdu\u202f? Demandez un nouveau lien de configuration à un administrateur de cette console. S’il n’y en a pas d’autre, la personne qui gère le service peut en créer un.',
  lostAtProvider: (name) =>
    `Impossible d’entrer avec ${name}\u202f? Demandez un lien de configuration à un administrateur de cette console, et ouvrez-le avec votre compte chez ce fournisseur. S’il n’y en a pas d’autre, adressez-vous à la personne qui gère le service.`,
  withPasskey: 'Se connecter avec une clé d’accès',
  secondTitle: 'Confirmez que c’est bien vous',
  secondAdvice: 'Votre mot de passe est correct. Utilisez maintenant votre clé d’accès.',
  codeAdvice: 'Votre mot de passe est correct. Saisissez maintenant un code de récupération.',
  usePasskey: 'Utiliser la clé d’accès',
  useCode: 'Utiliser un code de récupération',
  code: 'Code de récupération',
  codeHint: 'L’un des dix reçus avec votre première clé d’accès. Chacun ne sert qu’une fois.',
  codeNeeded: 'Saisissez un code de récupération.',
  codeRefused: 'Ce n’est aucun de vos codes de récupération, ou il a déjà servi.',
  usePasskeyInstead: 'Utiliser une clé d’accès',
  startAgain: 'Recommencer',
  lostPasskeyAdvice:
    'Vous avez perdu vos clés d’accès et vos codes de récupération\u00a0? Un administrateur de cette console peut retirer vos clés d’accès, pour que vous vous connectiez avec votre mot de passe.',
  firstTitle: 'Ajoutez une clé d’accès pour continuer',
  firstAdvice:
    'Ce que vous pouvez faire ici demande plus qu’un mot de passe. Votre appareil garde la clé d’accès, et vous la confirmez par empreinte, visage ou code PIN.',
  goOn: 'Je les ai conservés, continuer',
  signedOut: 'Déconnexion effectuée',
  endedTitle: 'Votre session a pris fin',
  endedAdvice: 'Connectez-vous pour reprendre où vous en étiez.',
  undoneAdvice:
    'Votre dernière demande n’a pas été exécutée. Connectez-vous pour reprendre où vous en étiez.',
  noCookieTitle: 'Votre navigateur n’a pas conservé votre session',
  noCookieAdvice: (host) =>
    `La session est conservée dans un cookie. Autorisez les cookies de ${host} dans votre navigateur, puis reconnectez-vous.`,
  setUpTitle: 'Personne n’a encore configuré ce service',
  setUpAdvice: 'Ouvrez le lien de configuration que le service a affiché à son démarrage.',
}
