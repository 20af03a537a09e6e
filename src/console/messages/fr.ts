import type { Messages } from './en.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('fr')
const characters = (count: number) =>
  plural(count, {
    one: `${count} caractère`,
    many: `${count} de caractères`,
    other: `${count} caractères`,
  })

/** Ce que la console dit en français ; elle vouvoie. \u00a0 et \u202f sont les espaces insécables devant : et devant ; ? ! */
export const fr: Messages = {
  language: 'fr',
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Aller au contenu',
    navigation: 'Pages',
    administration: 'Administration',
    implementation: 'Implémentation',
    theme: 'Thème',
    language: 'Langue',
    themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
    account: (name) => `Votre compte\u00a0: ${name}`,
    signOut: 'Se déconnecter',
    roles: {
      observer: 'Observateur',
      editor: 'Éditeur',
      publisher: 'Diffuseur',
      approver: 'Approbateur',
      admin: 'Administrateur',
      sysadmin: 'Administrateur système',
    },
    roleIn: (role, workspace) => `${role} dans ${workspace}`,
  },

  copying: {
    copy: 'Copier',
    copied: 'Copié',
    press: (keys) => `Appuyez sur ${keys} pour copier`,
    shortcut: (keys) => `Sans sélection, ${keys} copie ce champ`,
  },

  failures: {
    loadFailed: "Cette page n'a pas pu être chargée",
    brokenPage: "Une erreur s'est produite sur cette page",
    brokenPageAdvice:
      "Il s'agit d'un défaut de la console. Réessayez\u202f; si l'erreur persiste, prévenez la personne qui gère le service.",
    failed: "Une erreur s'est produite dans le service.",
    unreachable: 'Le service est injoignable. Vérifiez votre connexion.',
    unreadable: 'La console ne comprend pas la réponse du service.',
    outOfDate: 'Les informations affichées ne sont peut-être plus à jour',
    requestId: 'ID de la demande',
    tryAgain: 'Réessayer',
    refusals: {
      notUnderstood: "Le service n'a pas accepté ce que la console a envoyé. Rechargez la page.",
      signedOut: "Votre session n'est plus ouverte. Connectez-vous de nouveau.",
      setUpRequired: "Personne n'a encore configuré ce service.",
      signInRefused: "L'adresse e-mail et le mot de passe ne correspondent pas.",
      forbidden:
        "Votre rôle ne le permet pas. Il faut le rôle d'administrateur ou au moins des droits d'approbateur.",
      notSameOrigin:
        "Le service n'accepte que les modifications venant de sa propre adresse. Ouvrez la console à cette adresse.",
      notFound: "L'élément demandé n'existe plus.",
      changed:
        "Une autre personne a effectué une modification entre-temps. Vérifiez l'état actuel, puis réessayez.",
      tooManyAttempts: 'Trop de tentatives de connexion. Patientez un moment, puis réessayez.',
      unavailable: "Le service ne peut pas le faire pour l'instant. Patientez un moment, puis réessayez.",
    },
    first: {
      settings: (who, when) =>
        `Ces paramètres ne sont plus ceux que vous avez vus\u00a0: ${who} les a modifiés le ${when}. Vérifiez-les, puis recommencez.`,
      token: (who, when) => `${who} a généré un jeton le ${when}. Ce jeton est le jeton actuel.`,
    },
    refused: (words) => `Le service a refusé la demande\u00a0: «\u00a0${words}\u00a0»`,
    languageMissing: (name) =>
      `La langue ${name} n'a pas pu être chargée. Vérifiez votre connexion, rechargez la page, puis choisissez-la de nouveau.`,
  },

  signIn: {
    title: 'Connexion',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    emailNeeded: 'Saisissez votre adresse e-mail.',
    passwordNeeded: 'Saisissez votre mot de passe.',
    signedOut: 'Déconnexion effectuée',
    endedTitle: 'Votre session a pris fin',
    endedAdvice: 'Connectez-vous pour reprendre où vous en étiez.',
    undoneAdvice:
      "Votre dernière demande n'a pas été exécutée. Connectez-vous pour reprendre où vous en étiez.",
    setUpTitle: "Personne n'a encore configuré ce service",
    setUpAdvice: 'Ouvrez le lien de configuration que le service a affiché à son démarrage.',
  },

  setUp: {
    title: 'Configuration initiale',
    firstTitle: 'Configurer Profile API Console',
    firstAdvice:
      "Vous êtes la première personne à entrer ici\u00a0: vous recevez donc le rôle d'administrateur système.",
    invitedTitle: (name) => `Bienvenue, ${name}`,
    invitedAdvice: (email) => `Choisissez un mot de passe. Vous vous connecterez avec ${email}.`,
    name: 'Nom',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    passwordAdvice: (minLength) =>
      `Au moins ${characters(minLength)}. Tous sont admis, y compris les espaces\u202f; une phrase entière convient.`,
    showPassword: 'Afficher le mot de passe',
    submit: 'Terminer la configuration',
    wrong: {
      name: 'Saisissez un nom de 100 caractères au maximum.',
      email: 'Saisissez une adresse e-mail, par exemple nom@example.com.',
      password: (minLength, maxLength) =>
        `Choisissez un mot de passe de ${minLength} à ${characters(maxLength)}.`,
    },
    unusableTitle: 'Ce lien de configuration est inutilisable',
    unusableAdvice:
      "Demandez-en un nouveau à un administrateur système. Tant que personne n'a configuré le service, chaque démarrage en affiche un nouveau.",
    usedAdvice: 'Il a déjà été utilisé, a été remplacé par un lien plus récent ou a expiré.',
    incompleteAdvice: 'Ouvrez le lien en entier\u00a0: il se termine par un code.',
  },

  notFound: {
    title: 'Page introuvable',
    advice: "Il n'y a aucune page à cette adresse.",
    toImplementation: 'Accéder à la page Implémentation',
  },

  implementation: {
    title: 'Implémentation',
    advice: "Ce dont vos scripts et applications ont besoin pour appeler l'API Profile.",

    skipToGenerate: "Aller à «\u00a0Générer un nouveau jeton d'authentification de profil\u00a0»",
    otherClientTitle: (asked) => `Le client ${asked} n'existe pas ici`,
    otherClientAdvice: (ours) =>
      `Cette console correspond au code client ${ours}. Tout ce que vous voyez ici le concerne.`,

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
    generateTitle: 'Générer un nouveau jeton\u202f?',
    generateAdvice:
      "La réinitialisation de ce jeton entraîne l'échec des appels d'API utilisant le jeton actuel. Vous devez, de ce fait, mettre à jour tous les scripts ou applications utilisant ce jeton.",
    currentLastUsed: (when) => `Le jeton actuel a été utilisé pour la dernière fois le ${when}.`,
    currentNotUsed: "Le jeton actuel n'a pas encore été utilisé.",
    generateConfirm: 'Générer un nouveau jeton',
    generated: 'Un nouveau jeton a été généré.',
    tokenHidden: 'Le jeton est de nouveau masqué.',
    currentToken: (when, who) => `Jeton actuel\u00a0: généré le ${when} par ${who}.`,
    thereIsNoToken: "Il n'y a pas de jeton.",
  },
}
