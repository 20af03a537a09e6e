import type { Messages } from './en.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('fr')

/** Ce que la console dit en français ; elle vouvoie. \u00a0 et \u202f sont les espaces insécables devant : et devant ; ? ! */
export const fr: Messages = {
  language: 'fr',
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Aller au contenu',
    navigation: 'Pages',
    groups: { administration: 'Administration', profiles: 'Profils' },
    pages: {
      implementation: 'Implémentation',
      users: 'Utilisateurs',
      auditLog: 'Journal d’audit',
      notices: 'Notifications',
      batches: 'Lots',
      tryFile: 'Essayer un fichier',
      lookUp: 'Recherche',
    },
    refusedCalls: (count, written) =>
      plural(count, {
        many: `${written} d’appels refusés`,
        one: `${written} appel refusé`,
        other: `${written} appels refusés`,
      }),
    client: 'Client',
    documentation: 'Documentation',
    keyboard: 'Raccourcis clavier',
    help: 'Aide',
    theme: 'Thème',
    language: 'Langue',
    account: (name) => `Votre compte\u00a0: ${name}`,
    roles: {
      observer: 'Observateur',
      editor: 'Rédacteur',
      publisher: 'Diffuseur',
      approver: 'Approbateur',
      admin: 'Administrateur',
      sysadmin: 'Administrateur système',
    },
    roleIn: (role, workspace) => `${role} dans ${workspace}`,
  },

  tones: {
    info: 'Note\u00a0:',
    success: 'Terminé\u00a0:',
    warning: 'Avertissement\u00a0:',
    error: 'Erreur\u00a0:',
  },

  timesAreIn: (timeZone) => `Les heures sont données dans le fuseau horaire ${timeZone}.`,

  copying: {
    copy: 'Copier',
    copied: 'Copié',
    press: (keys) => `Appuyez sur ${keys} pour copier`,
    hold: 'Maintenez le doigt sur le texte sélectionné pour le copier',
  },

  failures: {
    loadFailed: 'Cette page n’a pas pu être chargée',
    brokenPage: 'Une erreur s’est produite sur cette page',
    brokenPageAdvice:
      'Il s’agit d’un défaut de la console. Réessayez\u202f; si l’erreur persiste, prévenez la personne qui gère le service.',
    missingPart: 'Il manque une partie de la console',
    missingPartAdvice: 'Elle a été mise à jour entre-temps ou la connexion a été perdue. Rechargez la page.',
    loadAgain: 'Recharger la page',
    failed: 'Une erreur s’est produite dans le service.',
    unreachable: 'Le service est injoignable. Vérifiez votre connexion.',
    unreadable: 'La console ne comprend pas la réponse du service.',
    notKnown: 'On ne sait pas si cela a été fait.',
    outOfDate: 'Les informations affichées ne sont peut-être plus à jour',
    requestId: 'ID de la requête',
    tryAgain: 'Réessayer',
    refusals: {
      notUnderstood: 'Le service n’a pas accepté ce que la console a envoyé. Rechargez la page.',
      signedOut: 'Votre session n’est plus ouverte. Connectez-vous de nouveau.',
      setUpRequired: 'Personne n’a encore configuré ce service.',
      signInRefused: 'L’adresse e-mail et le mot de passe ne correspondent pas.',
      forbidden: {
        anyRole:
          'Vous n’avez aucun rôle ici et il en faut un, n’importe lequel. Demandez-le à un administrateur système.',
        approver: 'Votre rôle ne le permet pas. Il faut des droits d’approbateur ou d’administrateur.',
        admin: 'Votre rôle ne le permet pas. Il faut être administrateur de l’espace de travail.',
        sysadmin: 'Il faut être administrateur système.',
      },
      notSameOrigin:
        'Le service n’accepte que les modifications venant de sa propre adresse. Ouvrez la console à cette adresse.',
      notFound: 'L’élément demandé n’existe plus.',
      changed:
        'Des éléments ont changé depuis que vous les avez vus. Vérifiez l’état actuel, puis réessayez.',
      tooManyTokens:
        'En plus du jeton actuel, quatre anciens jetons fonctionnent déjà, ce qui est le maximum. Révoquez d’abord l’un d’eux.',
      tooManyAttempts: (wait) => `Trop de tentatives de connexion. Réessayez dans ${wait}.`,
      unavailable: 'Le service ne peut pas le faire pour l’instant. Patientez un moment, puis réessayez.',
    },
    first: {
      settings: (who, when) =>
        `Ces paramètres ne sont plus ceux que vous avez vus\u00a0: ${who} les a modifiés le ${when}. Vérifiez-les, puis recommencez.`,
      other: (who, when) => `${who} a fait une modification ici le ${when}. Vérifiez, puis recommencez.`,
      token: {
        generated: (who, when) => `${who} a généré un jeton le ${when}. Ce jeton est le jeton actuel.`,
        ended: (who, when) =>
          `${who} a révoqué ce jeton le ${when}. Les appels qui l’utilisent sont refusés.`,
        prolonged: (who, when) =>
          `${who} a prolongé ce jeton le ${when}. Sa date de fin est indiquée ci-dessous.`,
      },
    },
    refused: (words) => `Le service a refusé la demande\u00a0: «\u00a0${words}\u00a0»`,
  },
}
