import type { Words } from './en.ts'

export const words: Words = {
  title: 'Connexion',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  submit: 'Se connecter',
  emailNeeded: 'Saisissez votre adresse e-mail.',
  passwordNeeded: 'Saisissez votre mot de passe.',
  lostAdvice:
    "Mot de passe ou lien perdu\u202f? Demandez un nouveau lien de configuration à un administrateur de cette console. S'il n'y en a pas d'autre, la personne qui exploite le service peut en créer un.",
  signedOut: 'Déconnexion effectuée',
  endedTitle: 'Votre session a pris fin',
  endedAdvice: 'Connectez-vous pour reprendre où vous en étiez.',
  undoneAdvice:
    "Votre dernière demande n'a pas été exécutée. Connectez-vous pour reprendre où vous en étiez.",
  setUpTitle: "Personne n'a encore configuré ce service",
  setUpAdvice: 'Ouvrez le lien de configuration que le service a affiché à son démarrage.',
}
