import type { MailTexts } from './en.ts'

export const fr: MailTexts = ({ number, list, plural }) => ({
  subject: {
    expiring: (lastFour, days) =>
      `Le jeton …${lastFour} expire dans ${plural(days, { one: '1 jour', other: `${days} jours` })}`,
    expired: (lastFour) => `Le jeton …${lastFour} a expiré`,
    refused: 'Des appels acceptés auparavant sont refusés',
    stuck: 'Un lot est bloqué',
    test: 'Test',
  },

  expiring: (lastFour, when) =>
    `Le jeton d’authentification de profil qui se termine par ${lastFour} expire le ${when}.`,
  expiringRequired:
    'Les appels qui l’utilisent seront ensuite refusés. Générez à temps un nouveau jeton et mettez à jour vos scripts et applications\u202f; le jeton actuel peut continuer à fonctionner à côté du nouveau aussi longtemps que vous le choisissez.',
  expired: (lastFour, when) =>
    `Le jeton d’authentification de profil qui se termine par ${lastFour} a expiré le ${when}.`,
  expiredRequired:
    'Les appels qui l’utilisent sont refusés. Générez un nouveau jeton et mettez à jour vos scripts et applications.',
  notRequired:
    'L’authentification est désactivée en ce moment\u00a0: les appels sans jeton sont acceptés eux aussi.',
  usedBy: (callers, names) => {
    if (callers === 0) return 'Personne ne l’utilise.'
    if (callers === names.length) return `Utilisé par ${list(names)}.`
    const they = plural(callers, {
      one: '1 appelant l’utilise',
      many: `${number(callers)} d’appelants l’utilisent`,
      other: `${number(callers)} appelants l’utilisent`,
    })
    return `${they}${names.length === 0 ? '' : `, dont ${list(names)}`}.`
  },

  refusedSince: {
    'turned-on': (_lastFour, when) =>
      `L’authentification a été activée le ${when}. Depuis, des appels acceptés auparavant sont refusés.`,
    replaced: (lastFour, when) =>
      `Le jeton qui se termine par ${lastFour} a été remplacé le ${when}. Depuis, des appels acceptés auparavant sont refusés.`,
    'overlap-ended': (lastFour, when) =>
      `L’ancien jeton qui se termine par ${lastFour} a fonctionné jusqu’au ${when}. Depuis, des appels acceptés auparavant sont refusés.`,
    ended: (lastFour, when) =>
      `Le jeton qui se termine par ${lastFour} a été révoqué le ${when}. Depuis, des appels acceptés auparavant sont refusés.`,
    expired: (lastFour, when) =>
      `Le jeton qui se termine par ${lastFour} a expiré le ${when}. Depuis, des appels acceptés auparavant sont refusés.`,
  },
  refusedCalls: (calls, callers, names) => {
    const many = plural(calls, {
      one: `${number(calls)} appel`,
      many: `${number(calls)} d’appels`,
      other: `${number(calls)} appels`,
    })
    if (callers === names.length) return `Jusqu’ici, ${many} de la part de ${list(names)}.`
    const whose = plural(callers, { one: '1 appelant', other: `${number(callers)} appelants` })
    return `Jusqu’ici, ${many} de ${whose}${names.length === 0 ? '' : `, dont ${list(names)}`}.`
  },
  wayBack: 'La console indique ce qui permettrait de les accepter à nouveau.',

  stuck: (batchId) =>
    `Le lot ${batchId} n’a pas pu être appliqué\u202f; après plusieurs essais, il est abandonné.`,
  stuckRows: (applied, rows) =>
    `Lignes appliquées\u00a0: ${number(applied)} sur ${number(rows)}. Le journal du service indique pourquoi. Une fois le problème résolu, envoyez à nouveau le reste.`,

  test: (who) => `${who} a envoyé ce message pour vérifier que les notifications arrivent à cette adresse.`,

  link: {
    invited: {
      subject: 'Invitation à Profile API Console',
      why: (who, clientCode) =>
        `${who} vous invite à rejoindre Profile API Console, pour le client ${clientCode}.`,
    },
    known: {
      subject: 'Votre nouveau lien vers Profile API Console',
      why: (who, clientCode) =>
        `${who} a créé un lien qui vous permet de vous connecter de nouveau à Profile API Console, pour le client ${clientCode}.`,
    },
    once: (until) =>
      `Ouvrez ce lien pour continuer. Il fonctionne une seule fois, jusqu’au ${until}. Ne le transmettez à personne\u00a0: quiconque l’ouvre se connecte en votre nom.`,
    ignore:
      'Si vous n’attendiez pas ce message, supprimez-le\u00a0: rien ne se passe tant que personne n’ouvre le lien.',
  },

  why: (clientCode) =>
    `Vous recevez ce message parce que cette adresse figure sous Administration > Notifications de Profile API Console, pour le client ${clientCode}. Elle peut y être supprimée.`,
})
