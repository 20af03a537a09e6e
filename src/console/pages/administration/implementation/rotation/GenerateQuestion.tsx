import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Implementation } from '#contract/implementation.ts'
import type { TokenSummary } from '#contract/profile-auth.ts'
import { MAX_OVERLAPPING_TOKENS, type TokenUsers as Users } from '#contract/rotation.ts'
import { Overtaken } from '../../../../failures/Overtaken.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../../request-context.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import { useEver } from '../../../../ui/use-ever.ts'
import { firstWithSettings } from '../first-with-settings.ts'
import { LifetimeChoice, useLifetime } from '../how-long/LifetimeChoice.tsx'
import { TimeChoice } from '../how-long/TimeChoice.tsx'
import { isUsable, type TokenState } from '../token-state.ts'
import { useEndOfCurrent } from './end-of-current.ts'
import { tokensQuery } from './queries.ts'
import { TokenUsers } from './TokenUsers.tsx'
import { useWords } from './use-words.ts'

/** In seconds; `overlapSeconds`: how long the one before works on. */
export type Generating = { expiresIn: number; overlapSeconds: number }

type Props = {
  /** What it is about: the id of the token that is given up, null for none, and the settings. */
  asked: { replaces: string | null; settingsEtag: string }
  state: TokenState
  /** Whether it is made while authentication is off, so that jobs can be given it before it is asked for. */
  isAhead?: boolean
  implementation: Implementation
  /** Whether it is being made: what changes then is its own doing. */
  isPending: boolean
  /** Why it was not made, or may not have been. */
  failure: ReactNode
  onGenerate: (how: Generating) => Promise<void>
  onClose: () => void
}

/** Asks how long a new token is to work and, over one that works, when that one ends, with who uses it. */
export default function GenerateQuestion({ asked, state, isPending, ...rest }: Props) {
  const { settings, token } = rest.implementation
  const words = useWords()
  const isOther = (token?.id ?? null) !== asked.replaces
  const isFirst = !isUsable(state)
  const [wasFirst] = useState(isFirst)
  const [seen] = useState(settings)
  const isOvertaken = isOther || settings.etag !== asked.settingsEtag || isFirst !== wasFirst
  if (useEver(isOvertaken && !isPending)) {
    const generated = token && { by: token.createdBy, at: token.createdAt }
    return (
      <Overtaken
        title={words.generateTitle}
        close={words.close}
        first={
          isOther && generated
            ? { changed: 'token', act: 'generated', ...generated }
            : settings.etag === asked.settingsEtag
              ? undefined
              : firstWithSettings(settings, seen)
        }
        onClose={rest.onClose}
      />
    )
  }
  return isFirst ? <First {...rest} /> : <Replacement token={state.token} {...rest} />
}

type FormProps = Omit<Props, 'asked' | 'state' | 'isPending'>

function First({ isAhead = false, implementation, failure, onGenerate, onClose }: FormProps) {
  const words = useWords()
  const lifetime = useLifetime(words.howLong, implementation.maxTokenLifetimeSeconds)
  return (
    <ConfirmDialog
      title={isAhead ? words.prepareTitle : words.firstTitle}
      confirm={isAhead ? words.prepareConfirm : words.generateFirst}
      cancel={words.cancel}
      choices={<LifetimeChoice lifetime={lifetime} />}
      failure={failure}
      onConfirm={() => {
        if (!lifetime.check() || lifetime.seconds === null) return false
        return onGenerate({ expiresIn: lifetime.seconds, overlapSeconds: 0 })
      }}
      onClose={onClose}
    >
      <p>{isAhead ? words.prepareAdvice : words.firstAdvice}</p>
    </ConfirmDialog>
  )
}

function Replacement({
  token,
  implementation,
  failure,
  onGenerate,
  onClose,
}: FormProps & { token: TokenSummary }) {
  const words = useWords()
  const { data, error } = useQuery({
    ...tokensQuery(useRequest()),
    refetchOnMount: 'always',
    throwOnError: false,
  })
  const listed = data?.tokens.find(({ id }) => id === token.id)
  const lastUsedAt = listed?.lastUsedAt ?? token.lastUsedAt
  const isFull = implementation.oldTokens.working.length >= MAX_OVERLAPPING_TOKENS
  const end = useEndOfCurrent({ words, token, lastUsedAt, isFull })
  const lifetime = useLifetime(words.howLong, implementation.maxTokenLifetimeSeconds)
  const isDangerous = end.isNow && end.isInUse

  return (
    <ConfirmDialog
      title={words.generateTitle}
      confirm={words.generateConfirm}
      cancel={words.cancel}
      isDangerous={isDangerous}
      failure={failure}
      onConfirm={() => {
        if (!end.choice.check() || !lifetime.check()) return false
        if (end.overlapSeconds === null || lifetime.seconds === null) return false
        return onGenerate({ expiresIn: lifetime.seconds, overlapSeconds: end.overlapSeconds })
      }}
      onClose={onClose}
      choices={
        <>
          <TimeChoice
            words={words.howLong}
            legend={words.endCurrent}
            other={isFull ? undefined : words.other}
            choice={end.choice}
          >
            {isFull && <p>{words.full}</p>}
            <div aria-live="polite">
              {lastUsedAt !== null && end.choice.atMs !== null && (
                <FailureNotice atMs={end.isNow ? null : end.choice.atMs} isDangerous={isDangerous} />
              )}
            </div>
          </TimeChoice>
          <LifetimeChoice lifetime={lifetime} />
        </>
      }
    >
      <CurrentUsers
        token={token}
        usedBy={listed?.usedBy}
        likelyCount={likelyUsersIn(implementation)}
        isUnknown={error !== null}
      />
    </ConfirmDialog>
  )
}

/** What the choice above it brings about. @param atMs null: at once */
function FailureNotice({ atMs, isDangerous }: { atMs: number | null; isDangerous: boolean }) {
  const words = useWords()
  const { instant } = useFormats()
  return (
    <Notice
      tone={isDangerous ? 'error' : 'warning'}
      icon="alert"
      title={atMs === null ? words.failNow : words.failFrom(instant(new Date(atMs).toISOString()))}
    >
      {words.resetWarning} {atMs !== null && <span>{words.pageShowsWho}</span>}
    </Notice>
  )
}

type CurrentUsersProps = {
  token: TokenSummary
  /** Undefined until it is known. */
  usedBy: Users | undefined
  /** How many it will be, as far as the page knows. */
  likelyCount: number
  isUnknown: boolean
}

const likelyUsersIn = ({ callers }: Pick<Implementation, 'callers'>) =>
  callers === null ? 0 : callers.standings.moved + callers.standings['sends-both']

function CurrentUsers({ token, usedBy, likelyCount, isUnknown }: CurrentUsersProps) {
  const { lastFour, lastUsedAt } = token
  const words = useWords()
  const { number, instant } = useFormats()
  if (usedBy && usedBy.count > 0) {
    return (
      <>
        <p>{words.currentUsedBy(usedBy.count, number(usedBy.count), lastFour)}</p>
        <TokenUsers usedBy={usedBy} />
      </>
    )
  }
  const lastUsed =
    lastUsedAt === null
      ? words.currentNotUsed(lastFour)
      : words.currentLastUsed(lastFour, instant(lastUsedAt))
  return (
    <>
      <p>{isUnknown ? `${lastUsed} ${words.usersNotKnown}` : lastUsed}</p>
      {!usedBy && !isUnknown && lastUsedAt !== null && (
        <Skeleton lines={2.2 + 2.8 * (Math.min(3, Math.max(1, likelyCount)) - 1)} />
      )}
    </>
  )
}
