import type { Words } from './en.ts'
import { pluralsOf } from '../../../messages/plurals.ts'

const plural = pluralsOf('fr')
const characters = (count: number) =>
  plural(count, {
    one: `${count} caractère`,
    many: `${count} de caractères`,
    other: `${count} caractères`,
  })

export const words: Words = {
  title: 'Configuration initiale',
  firstTitle: 'Configurer Profile API Console',
  firstAdvice:
    'Vous êtes la première personne à entrer ici\u00a0: vous recevez donc le rôle d’administrateur système.',
  invitedTitle: (name) => `Bienvenue, ${name}`,
  invitedAdvice: (email) => `Choisissez un mot de passe. Vous vous connecterez avec ${email}.`,
  invitedEitherAdvice: (provider, email) =>
    `Connectez-vous avec ${provider}, ou choisissez un mot de passe et connectez-vous avec ${email}.`,
  invitedByProviderAdvice: (provider) =>
    `Connectez-vous avec ${provider}. Vous vous connecterez ensuite ici avec ce compte.`,
  name: 'Nom',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  passwordAdvice: (minLength) =>
    `Au moins ${characters(minLength)}. Tous sont admis, y compris les espaces\u202f; une phrase entière convient.`,
  showPassword: 'Afficher le mot de passe',
  submit: 'Terminer la configuration',
  wrong: {
    name: 'Saisissez un nom de 100 caractères au plus, sans caractères de contrôle.',
    email: 'Saisissez une adresse e-mail, par exemple nom@example.com.',
    password: (minLength, maxLength) =>
      `Choisissez un mot de passe de ${minLength} à ${characters(maxLength)}.`,
  },
  weak: {
    'password-too-common':
      'C’est un des mots de passe que beaucoup utilisent, ou il en est composé. Choisissez-en un autre, par exemple une phrase à vous.',
    'password-of-own-words':
      'Il est composé de votre nom, de votre e-mail ou du nom du produit ou du client. Choisissez quelque chose que les autres ignorent de vous.',
    'password-too-uniform':
      'Il se répète ou suit l’alphabet, les chiffres ou le clavier. Choisissez quelque chose de moins régulier.',
  },
  unusableTitle: 'Ce lien de configuration est inutilisable',
  unusableAdvice:
    'Demandez-en un nouveau à un administrateur. Tant que personne n’a configuré le service, chaque démarrage en affiche un nouveau.',
  usedAdvice: 'Il a déjà été utilisé, a été remplacé par un lien plus récent, a été annulé ou a expiré.',
  incompleteAdvice: 'Ouvrez le lien en entier\u00a0: il se termine par un code.',
  accept: {
    title: 'Vous avez déjà un compte ici',
    advice:
      'Connectez-vous avec lui dans un autre onglet, puis acceptez. Vous gardez vos rôles et recevez ceux de l’invitation.',
    signIn: 'Se connecter dans un autre onglet',
    signedOut: 'Vous n’êtes pas encore connecté.',
    notTheirs: 'Vous êtes connecté sous un autre compte, ou le lien a été utilisé, remplacé ou a expiré.',
    accept: 'Accepter',
  },
  reloadedTitle: 'Ouvrez votre lien à nouveau',
  reloadedAdvice:
    'Recharger cette page n’a pas consommé votre lien\u00a0: il fonctionne encore. Son code a été retiré de l’adresse pour que personne ne l’y lise. Ouvrez le lien une nouvelle fois, là où vous l’avez reçu.',
  next: {
    title: 'Vous y êtes. Prochaines étapes',
    advice: 'Tant que vous n’activez pas l’authentification, les traitements passent comme avant.',
    steps: {
      turnOn: {
        title: 'Activez «\u00a0Exiger l’authentification\u00a0».',
        advice: 'Dès lors, chaque appel de l’API de profil a besoin du jeton.',
      },
      generate: {
        title: 'Générez le jeton d’authentification.',
        advice: 'Il est valable 90 jours, ou aussi longtemps que vous le choisissez.',
      },
      copy: {
        title: 'Copiez l’en-tête.',
        advice: 'C’est une seule ligne, prête pour vos scripts et applications.',
      },
      call: {
        title: 'Appelez avec lui.',
        advice: 'Sous «\u00a0Appelants\u00a0», vous voyez chaque appel et s’il a envoyé le jeton.',
      },
      invite: {
        title: 'Invitez les autres.',
        advice:
          'Sous «\u00a0Utilisateurs\u00a0». Un approbateur peut faire la même chose\u202f; chaque personne reçoit un lien comme celui que vous avez utilisé.',
      },
    },
    callers: 'Des traitements appellent déjà\u202f? Préparez d’abord un jeton, pour qu’aucun ne soit refusé.',
    goingLive: 'Mise en service, étape par étape',
    go: 'Accéder à la page Implémentation',
  },
}
