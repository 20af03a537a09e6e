import { once } from 'node:events'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** Mail as it came: `from` and `to` of the envelope, subject and text decoded. */
export type ReceivedMail = { from: string; to: string[]; head: string; subject: string; text: string }

/** A mail server on this machine until the test ends, without users unless `options` say so. */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.on('data', (text: string) => (raw += text))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), ...readMail(raw) })
        done()
      })
    },
    ...options,
  })
  // A client that gives up is no fault of the server's.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  onTestFinished(async () => {
    const closed = Promise.withResolvers<void>()
    server.close(closed.resolve)
    await closed.promise
  })
  const address = listening.address()
  if (typeof address !== 'object' || address === null) throw new TypeError('It listens on no port.')
  return { received, port: address.port, url: `smtp://127.0.0.1:${address.port}` }
}

function readMail(raw: string): Pick<ReceivedMail, 'head' | 'subject' | 'text'> {
  const end = raw.indexOf('\r\n\r\n')
  const [head, body] = [raw.slice(0, end), raw.slice(end + 4)]
  const unfolded = head.replaceAll(/\r\n[ \t]/g, ' ')
  const subject = /^Subject: (.*)$/m.exec(unfolded)?.[1]?.trim() ?? ''
  const encoding = /^Content-Transfer-Encoding: (.*)$/im.exec(unfolded)?.[1]?.trim()
  return {
    head,
    subject: subject
      .replaceAll(/\?= (?==\?)/g, '?=')
      .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, word: string) => quotedPrintable(word.replaceAll('_', ' '))),
    text: (encoding === 'quoted-printable' ? quotedPrintable(body) : body).replaceAll('\r\n', '\n'),
  }
}

const quotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString()
