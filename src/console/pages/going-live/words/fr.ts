import type { Words } from './en.ts'

export const words: Words = {
  title: 'Mise en service, étape par étape',
  advice:
    'D’une API de profil dans laquelle tout le monde peut écrire à une API qui n’admet que vos scripts et applications, sans qu’aucun ne tombe en panne par surprise.',
  toImplementation: 'Vers Implémentation',

  approver: {
    title: 'Pour l’approbateur',
    parts: {
      before: {
        title: 'Voir qui appelle',
        steps: {
          look: {
            title:
              'Laissez «\u00a0Exiger l’authentification\u00a0» désactivé et regardez «\u00a0Appelants\u00a0».',
            advice:
              'Chaque appel est compté, avec ou sans jeton. Laissez passer un cycle complet de votre traitement le moins fréquent\u00a0: ce qui tourne une fois par mois apparaît au bout d’un mois.',
          },
          name: {
            title: 'Donnez un nom aux appelants.',
            advice:
              'Faites-le tant que vous savez à qui est chaque adresse. Renseignez-vous sur ceux que personne ne connaît\u00a0: ce sont eux qui tomberaient en panne.',
          },
        },
      },
      prepare: {
        title: 'Préparer',
        steps: {
          prepare: {
            title: 'Préparez un jeton.',
            advice:
              'Les appels peuvent l’envoyer tout de suite\u00a0; il n’est exigé qu’une fois l’authentification activée.',
          },
          handOut: {
            title: 'Transmettez l’en-tête.',
            advice:
              'Sous «\u00a0Jeton d’authentification\u00a0», choisissez la forme dont le développeur a besoin, copiez-la et transmettez-la comme vous le feriez d’un mot de passe.',
          },
          watch: {
            title: 'Suivez le passage des appelants.',
            advice:
              'La page compte ceux qui l’envoient. D’un appelant qui n’a pas appelé depuis la création du jeton, on ne sait encore rien.',
          },
        },
      },
      turnOn: {
        title: 'Activer',
        steps: {
          turnOn: {
            title: 'Activez «\u00a0Exiger l’authentification\u00a0».',
            advice:
              'La question indique quels appelants seraient refusés, ou qu’aucun ne le serait. Cela vaut dès le prochain appel\u00a0: mises à jour groupées, mises à jour individuelles et lectures.',
          },
          stay: {
            title: 'Restez un moment.',
            advice: 'Les appels refusés apparaissent en haut de la page\u00a0: combien, de qui et pourquoi.',
          },
        },
      },
      refused: {
        title: 'Si des appels sont refusés',
        steps: {
          tell: {
            title: 'Indiquez la raison au développeur.',
            advice: 'Ce que chacune veut dire est expliqué plus bas.',
          },
          back: {
            title: 'Ou revenez en arrière.',
            advice:
              'Laissez l’ancien jeton fonctionner à nouveau ou désactivez l’authentification. La page indique combien des appels refusés auraient ainsi été admis.',
          },
        },
      },
      rotate: {
        title: 'Avant qu’il n’expire',
        steps: {
          generate: {
            title: 'Choisissez «\u00a0Générer un nouveau jeton d’authentification de profil\u00a0».',
            advice:
              '«\u00a0Expire dans\u00a0» indique quand il est temps\u00a0; la page prévient 14 jours avant. Choisissez combien de temps le jeton actuel fonctionne encore à côté du nouveau, par exemple 7 jours.',
          },
          move: {
            title: 'Transmettez le nouvel en-tête et suivez le passage des appelants.',
            advice:
              'Si le temps manque, laissez l’ancien jeton fonctionner plus longtemps, au plus tard jusqu’à son expiration.',
          },
          end: {
            title: 'Révoquez l’ancien jeton quand le dernier appelant est passé au nouveau.',
            advice: 'Si c’était trop tôt, laissez-le fonctionner à nouveau.',
          },
        },
      },
      leaked: {
        title: 'Si un jeton a fuité',
        steps: {
          replace: {
            title: 'Générez un nouveau jeton et transmettez son en-tête.',
            advice:
              'Laissez celui qui a fuité fonctionner le moins longtemps possible\u00a0: quiconque le détient lit et écrit des profils jusqu’à sa fin.',
          },
          forGood: {
            title: 'Révoquez définitivement le jeton qui a fuité.',
            advice:
              'Il ne pourra plus jamais fonctionner. Des appelants dont vous ne connaissez pas l’adresse l’ont peut-être utilisé.',
          },
        },
      },
    },
  },

  developer: {
    title: 'Pour le développeur d’un script ou d’une application',
    parts: {
      send: {
        title: 'Envoyer le jeton',
        steps: {
          keep: {
            title: 'Ne mettez pas l’en-tête dans le code.',
            advice: 'Sa place est dans une variable d’environnement ou dans votre coffre de secrets.',
          },
          send: {
            title: 'Envoyez-le à chaque appel.',
            advice: 'Il est le même dans toutes les langues et ne gêne en rien avant d’être exigé.',
          },
        },
      },
      check: {
        title: 'Vérifier',
        steps: {
          ask: {
            title: 'Demandez ce que vaut le jeton.',
            advice:
              'Cela ne compte pas comme une utilisation. Si la réponse est qu’il n’est pas actif, l’approbateur peut le tester.',
          },
          warn: {
            title: 'Journalisez la fin de votre jeton.',
            advice:
              'À partir de 14 jours avant, et dès qu’il a été remplacé, chaque réponse de l’API de profil l’indique dans ce champ de son en-tête.',
          },
        },
      },
    },
    refusals: {
      title: 'Si des appels sont refusés',
      advice: 'Rien d’un appel refusé n’est enregistré\u00a0: corrigez-le, puis renvoyez-le.',
      answer: 'La réponse dit',
      toDo: 'Que faire',
      advices: {
        none: 'L’appel est arrivé sans l’en-tête. Envoyez-le\u00a0; voyez si un proxy ou une redirection le supprime.',
        over: 'Demandez à l’approbateur le nouvel en-tête, ou de laisser l’ancien jeton fonctionner à nouveau.',
        expired: 'Demandez le nouvel en-tête à l’approbateur.',
        unknown:
          'Copiez-le à nouveau\u00a0: il s’agit souvent de guillemets, d’un saut de ligne ou d’un caractère manquant. Comparez l’adresse.',
        otherClient: 'Comparez le code client de l’adresse avec celui de «\u00a0Détails du compte\u00a0».',
        otherKind: 'Envoyez le jeton d’authentification de profil, qui commence par tpa_.',
        malformed: 'Envoyez l’en-tête une seule fois, écrit comme ci-dessus, et aucun jeton dans l’adresse.',
        unavailable: 'Attendez le temps indiqué par Retry-After, puis renvoyez-le.',
      },
    },
  },
}
