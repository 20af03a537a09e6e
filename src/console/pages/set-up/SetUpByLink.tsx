import { useQuery } from '@tanstack/react-query'
import { ApiError } from '#client/api-error.ts'
import type { SignInWays as Ways } from '#contract/oidc.ts'
import { failureText } from '../../failures/failure-text.ts'
import { useFormats, useMessages } from '../../messages/MessagesProvider.tsx'
import { useRequest } from '../../request-context.ts'
import { SignInWays } from '../../shell/provider/SignInWays.tsx'
import { useSignInWays } from '../../shell/provider/use-sign-in-ways.ts'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { setUpLinkQuery } from './queries.ts'
import { SetUpForm } from './SetUpForm.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Props = {
  code: string
  /** Which opening of a link in this tab it is. */
  opening: number
  home: string
}

/** Greets the person whom the link is for, or says why it cannot be used. */
export function SetUpByLink({ code, opening, home }: Props) {
  const messages = useMessages()
  const formats = useFormats()
  const words = useWords()
  const { data: link, error } = useQuery(setUpLinkQuery(useRequest(), code, opening))
  const ways = useSignInWays()

  if (error) {
    const isUsed = error instanceof ApiError && error.code === 'not-found'
    const advice = isUsed ? words.usedAdvice : failureText(error, messages, formats)
    return (
      <Card
        heading="h1"
        title={words.unusableTitle}
        help={<Help to="console#set-up-links" about={words.unusableTitle} />}
        advice={advice}
      >
        <p>{words.unusableAdvice}</p>
      </Card>
    )
  }
  if (!link || !ways) return null

  const isFirst = link.kind === 'first'
  return (
    <Card
      heading="h1"
      title={isFirst ? words.firstTitle : words.invitedTitle(link.name || link.email)}
      advice={isFirst ? words.firstAdvice : invitedAdviceFor(ways, link.email, words)}
    >
      <SignInWays
        ways={{ ...ways, password: ways.password || isFirst }}
        begin={{ returnTo: home, setUpCode: code }}
      >
        <SetUpForm code={code} link={link} home={home} />
      </SignInWays>
    </Card>
  )
}

/** How someone who is invited goes on. */
function invitedAdviceFor({ password, provider }: Ways, email: string, words: Words): string {
  if (provider === null) return words.invitedAdvice(email)
  return password
    ? words.invitedEitherAdvice(provider.name, email)
    : words.invitedByProviderAdvice(provider.name)
}
