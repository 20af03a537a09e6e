import type { Words } from './en.ts'

export const words: Words = {
  title: 'Implémentation',
  advice: "Ce dont vos scripts et applications ont besoin pour appeler l'API Profile.",

  skipToGenerate: "Aller à «\u00a0Générer un nouveau jeton d'authentification de profil\u00a0»",
  otherClientTitle: (asked) => `Le client ${asked} n'existe pas ici`,
  otherClientAdvice: (ours) =>
    `Cette console correspond au code client ${ours}. Tout ce que vous voyez ici le concerne.`,

  inClearTitle: 'Les mots de passe et les jetons circulent en clair',
  inClearAdvice:
    'Cette page est arrivée par http : d’autres peuvent lire en chemin ce qu’elle envoie. La personne qui gère le service peut placer https devant et donner son adresse https à PUBLIC_URL.',
  httpsUntoldTitle: 'Le service ignore que l’on y accède par https',
  httpsUntoldAdvice:
    'Le cookie de votre session partirait aussi en clair par http. La personne qui gère le service peut définir',

  accountDetails: 'Détails du compte',
  clientCode: 'Code client',
  imsOrgId: "ID d'organisation IMS",
  profileApiUrl: "Adresse de l'API Profile",

  profileApi: 'API Profile',
  profileApiAdvice:
    "Activez ou désactivez l'authentification pour les mises à jour par lots via l'API et générez un jeton d'authentification de profil.",
  readOnlyTitle: 'Vous pouvez consulter ces paramètres, mais pas les modifier',
  readOnlyAdvice: (role) =>
    `Votre rôle\u00a0: ${role}. Pour les modifier et voir le jeton, il faut le rôle d'administrateur ou au moins des droits d'approbateur.`,

  requireAuthentication: 'Exiger une authentification',
  letsInWithToken: 'Option activée. Seuls les appels munis du jeton actuel sont acceptés.',
  letsInEveryone: 'Option désactivée. Les appels sont acceptés sans jeton.',
  saving: 'Enregistrement…',
  isOn: "L'option «\u00a0Exiger une authentification\u00a0» est activée.",
  isOff: "L'option «\u00a0Exiger une authentification\u00a0» est désactivée.",
  changedBy: (when, who) => `Dernière modification\u00a0: ${when}, par ${who}.`,

  openTitle: 'Toute personne qui connaît le code client peut créer et modifier des profils',
  openAdvice:
    "Le code client n'est pas secret. Activez «\u00a0Exiger une authentification\u00a0» pour n'accepter que les appels munis d'un jeton.",
  noTokenTitle: "Tous les appels à l'API Profile sont refusés tant qu'il n'existe pas de jeton",
  noTokenAdvice:
    "Générez un jeton, puis ajoutez son en-tête à chaque script et application qui appelle l'API Profile.",
  expiringTitle: (when) => `Le jeton expire le ${when}`,
  expiringAdvice:
    'Les appels seront ensuite refusés. Générez à temps un nouveau jeton et mettez à jour vos scripts et applications.',
  expiredTitle: 'Le jeton a expiré',
  expiredAdvice:
    "Tous les appels à l'API Profile sont refusés. Générez un nouveau jeton et mettez à jour vos scripts et applications.",

  turnOnTitle: 'Exiger une authentification\u202f?',
  turnOnAdvice:
    "Dès le prochain appel, l'API Profile refusera tout appel sans le jeton actuel. Assurez-vous que vos scripts et applications envoient l'en-tête correspondant.",
  turnOnClosedTitle: 'Exiger une authentification sans jeton\u202f?',
  turnOnClosedAdvice:
    "Aucun jeton n'est valide. Tous les appels à l'API Profile seront refusés jusqu'à ce que vous en génériez un et que vos scripts et applications l'envoient.",
  turnOn: 'Activer',
  turnOffTitle: "Ne plus exiger d'authentification\u202f?",
  turnOffAdvice:
    'Dès le prochain appel, toute personne qui connaît le code client pourra créer et modifier des profils.',
  turnOffKeeps:
    "Le jeton est conservé\u00a0: il fonctionnera de nouveau quand vous réactiverez l'authentification.",
  turnOff: 'Désactiver',
  cancel: 'Annuler',

  authenticationToken: "Jeton d'authentification",
  expiresIn: 'Expire dans',
  expired: 'Expiré',
  created: 'Créé',
  createdBy: (when, who) => `${when}, par ${who}`,
  lastUsed: 'Dernière utilisation',
  notUsedYet: 'Pas encore utilisé',
  reveal: 'Afficher',
  hide: 'Masquer',
  header: 'En-tête Authorization',
  exampleCall: "Exemple d'appel",
  envLine: "Ligne d'un fichier .env",
  exampleCallIn: (tool) => `Exemple d'appel, ${tool}`,

  generate: "Générer un nouveau jeton d'authentification de profil",
  generateTakesRights:
    "Pour générer un jeton, il faut le rôle d'administrateur ou au moins des droits d'approbateur.",
  turnOnFirst: "Activez d'abord «\u00a0Exiger une authentification\u00a0».",
  youChooseOverlap: 'Vous choisissez si le jeton actuel continue de fonctionner à côté du nouveau.',
  worksFor: (duration) => `Il fonctionne pendant ${duration}.`,
  chooseLifetime: 'Choisir la durée…',
  generated: 'Un nouveau jeton a été généré.',
  tokenHidden: 'Le jeton est de nouveau masqué.',
  currentToken: (when, who) => `Jeton actuel\u00a0: généré le ${when} par ${who}.`,
  thereIsNoToken: "Il n'y a pas de jeton.",
}
