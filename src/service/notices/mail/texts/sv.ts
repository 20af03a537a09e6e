import type { MailTexts } from './en.ts'

export const sv: MailTexts = ({ number, list, plural }) => ({
  subject: {
    expiring: (lastFour, days) =>
      `Token …${lastFour} går ut om ${plural(days, { one: '1 dag', other: `${days} dagar` })}`,
    expired: (lastFour) => `Token …${lastFour} har gått ut`,
    refused: 'Anrop som tidigare släpptes in nekas',
    stuck: 'En batch har fastnat',
    test: 'Test',
  },

  expiring: (lastFour, when) =>
    `Den token för profilautentisering som slutar på ${lastFour} går ut den ${when}.`,
  expiringRequired:
    'Därefter nekas anrop med den. Generera en ny token i god tid och uppdatera dina skript och appar; den nuvarande tokenen kan fungera vidare vid sidan av den nya så länge du väljer.',
  expired: (lastFour, when) =>
    `Den token för profilautentisering som slutar på ${lastFour} gick ut den ${when}.`,
  expiredRequired: 'Anrop med den nekas. Generera en ny token och uppdatera dina skript och appar.',
  notRequired: 'Autentiseringen är av just nu: anrop släpps in även utan token.',
  usedBy: (callers, names) => {
    if (callers === 0) return 'Ingen använder den.'
    if (callers === names.length) return `Den används av ${list(names)}.`
    const they = plural(callers, {
      one: '1 anropare använder den',
      other: `${number(callers)} anropare använder den`,
    })
    return `${they}${names.length === 0 ? '' : `, bland dem ${list(names)}`}.`
  },

  refusedSince: {
    'turned-on': (_lastFour, when) =>
      `Autentiseringen slogs på den ${when}. Sedan dess nekas anrop som tidigare släpptes in.`,
    replaced: (lastFour, when) =>
      `Den token som slutar på ${lastFour} ersattes den ${when}. Sedan dess nekas anrop som tidigare släpptes in.`,
    'overlap-ended': (lastFour, when) =>
      `Den äldre token som slutar på ${lastFour} fungerade till den ${when}. Sedan dess nekas anrop som tidigare släpptes in.`,
    ended: (lastFour, when) =>
      `Den token som slutar på ${lastFour} avslutades den ${when}. Sedan dess nekas anrop som tidigare släpptes in.`,
    expired: (lastFour, when) =>
      `Den token som slutar på ${lastFour} gick ut den ${when}. Sedan dess nekas anrop som tidigare släpptes in.`,
  },
  refusedCalls: (calls, callers, names) => {
    if (callers === names.length) return `Hittills ${number(calls)} anrop från ${list(names)}.`
    const whose = plural(callers, { one: '1 anropare', other: `${number(callers)} anropare` })
    return `Hittills ${number(calls)} anrop från ${whose}${names.length === 0 ? '' : `, bland dem ${list(names)}`}.`
  },
  wayBack: 'Konsolen visar vad som skulle släppa in dem igen.',

  stuck: (batchId) => `Batchen ${batchId} kunde inte tillämpas; efter flera försök har tjänsten gett upp.`,
  stuckRows: (applied, rows) =>
    `${number(applied)} av ${number(rows)} rader har tillämpats. Tjänstens logg visar varför. Skicka resten igen när felet är åtgärdat.`,

  test: (who) => `${who} skickade detta för att se om meddelanden når den här adressen.`,

  link: {
    invited: {
      subject: 'Inbjudan till Profile API Console',
      why: (who, clientCode) => `${who} bjuder in dig till Profile API Console, för klienten ${clientCode}.`,
    },
    known: {
      subject: 'Din nya länk till Profile API Console',
      why: (who, clientCode) =>
        `${who} har skapat en länk så att du kommer in i Profile API Console igen, för klienten ${clientCode}.`,
    },
    once: (until) =>
      `Öppna länken för att gå vidare. Den fungerar en gång, till och med den ${until}. Skicka den inte vidare: den som öppnar den loggar in som du.`,
    ignore: 'Om du inte väntade dig detta kan du ta bort det: inget händer så länge ingen öppnar länken.',
  },

  why: (clientCode) =>
    `Du får detta eftersom adressen står under Administration > Meddelanden i Profile API Console, för klienten ${clientCode}. Den kan tas bort där.`,
})
