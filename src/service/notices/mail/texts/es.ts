import type { MailTexts } from './en.ts'

export const es: MailTexts = ({ number, list, plural }) => ({
  subject: {
    expiring: (lastFour, days) =>
      `El token …${lastFour} caduca en ${plural(days, { one: '1 día', other: `${days} días` })}`,
    expired: (lastFour) => `El token …${lastFour} ha caducado`,
    refused: 'Se rechazan llamadas que antes se aceptaban',
    stuck: 'Un lote se ha quedado atascado',
    test: 'Prueba',
  },

  expiring: (lastFour, when) =>
    `El token de autenticación de perfil que termina en ${lastFour} caduca el ${when}.`,
  expiringRequired:
    'A partir de entonces se rechazarán las llamadas que lo lleven. Genere un nuevo token a tiempo y actualice sus scripts y aplicaciones; el actual puede seguir funcionando junto al nuevo el tiempo que usted elija.',
  expired: (lastFour, when) =>
    `El token de autenticación de perfil que termina en ${lastFour} caducó el ${when}.`,
  expiredRequired:
    'Se rechazan las llamadas que lo llevan. Genere un nuevo token y actualice sus scripts y aplicaciones.',
  notRequired:
    'La autenticación está desactivada en este momento: también se aceptan las llamadas sin token.',
  usedBy: (callers, names) => {
    if (callers === 0) return 'Nadie lo usa.'
    if (callers === names.length) return `Usado por ${list(names)}.`
    const they = plural(callers, {
      one: 'Lo usa 1 llamante',
      many: `Lo usan ${number(callers)} de llamantes`,
      other: `Lo usan ${number(callers)} llamantes`,
    })
    return `${they}${names.length === 0 ? '' : `, entre ellos ${list(names)}`}.`
  },

  refusedSince: {
    'turned-on': (_lastFour, when) =>
      `La autenticación se activó el ${when}. Desde entonces se rechazan llamadas que antes se aceptaban.`,
    replaced: (lastFour, when) =>
      `El token que termina en ${lastFour} se sustituyó el ${when}. Desde entonces se rechazan llamadas que antes se aceptaban.`,
    'overlap-ended': (lastFour, when) =>
      `El token anterior, que termina en ${lastFour}, funcionó hasta el ${when}. Desde entonces se rechazan llamadas que antes se aceptaban.`,
    ended: (lastFour, when) =>
      `El token que termina en ${lastFour} se revocó el ${when}. Desde entonces se rechazan llamadas que antes se aceptaban.`,
    expired: (lastFour, when) =>
      `El token que termina en ${lastFour} caducó el ${when}. Desde entonces se rechazan llamadas que antes se aceptaban.`,
  },
  refusedCalls: (calls, callers, names) => {
    const many = plural(calls, {
      one: '1 llamada',
      many: `${number(calls)} de llamadas`,
      other: `${number(calls)} llamadas`,
    })
    if (callers === names.length) return `Hasta ahora, ${many} de ${list(names)}.`
    const whose = plural(callers, { one: '1 llamante', other: `${number(callers)} llamantes` })
    return `Hasta ahora, ${many} de ${whose}${names.length === 0 ? '' : `, entre ellos ${list(names)}`}.`
  },
  wayBack: 'La consola indica qué haría que se aceptaran de nuevo.',

  stuck: (batchId) => `El lote ${batchId} no se pudo aplicar; se intentó varias veces y se ha abandonado.`,
  stuckRows: (applied, rows) =>
    `Filas aplicadas: ${number(applied)} de ${number(rows)}. El registro del servicio indica el motivo. Cuando se haya resuelto, vuelva a enviar el resto.`,

  test: (who) => `${who} ha enviado este mensaje para comprobar que los avisos llegan a esta dirección.`,

  link: {
    invited: {
      subject: 'Invitación a Profile API Console',
      why: (who, clientCode) => `${who} le invita a Profile API Console, para el cliente ${clientCode}.`,
    },
    known: {
      subject: 'Su nuevo enlace a Profile API Console',
      why: (who, clientCode) =>
        `${who} ha creado un enlace para que vuelva a entrar en Profile API Console, para el cliente ${clientCode}.`,
    },
    once: (until) =>
      `Abra este enlace para continuar. Funciona una sola vez, hasta el ${until}. No lo comparta con nadie: quien lo abre inicia sesión en su nombre.`,
    ignore: 'Si no esperaba este mensaje, elimínelo: no ocurre nada mientras nadie abra el enlace.',
  },

  why: (clientCode) =>
    `Recibe este mensaje porque esta dirección figura en Administración > Avisos de Profile API Console, para el cliente ${clientCode}. Allí se puede eliminar.`,
})
