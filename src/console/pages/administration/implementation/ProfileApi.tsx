import { useState } from 'react'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { PartPlace } from '../../../failures/PartPlace.tsx'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import { roleWords } from '../../../shell/role-words.ts'
import { SkipLink } from '../../../shell/SkipLinks.tsx'
import { Announcement } from '../../../ui/Announcement.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useAnnouncement } from '../../../ui/use-announcement.ts'
import { GENERATE_ID } from './hand-focus.ts'
import type { Generating, ReceivedImplementation, Seen } from './queries.ts'
import { ProfileApiAdvice } from './ProfileApiAdvice.tsx'
import { RequireAuthentication } from './RequireAuthentication.tsx'
import { generateQuestion, overlapNotice } from './rotation/lazy.ts'
import { RotationPlace } from './RotationPlace.tsx'
import { StateNotice, stateTitle } from './StateNotice.tsx'
import { TokenSection } from './TokenSection.tsx'
import { isUsable, useTokenState, useWorking } from './token-state.ts'
import { useSecretToken } from './use-secret-token.ts'
import { useWords } from './use-words.ts'

/** The notice that tells why the switch is disabled. */
const READ_ONLY_ID = 'read-only'

type Props = { implementation: ReceivedImplementation }

/** The switch, the token and what to do about them. */
export function ProfileApi({ implementation }: Props) {
  const { account, settings, session, token, oldTokens, callers, receivedAtMs } = implementation
  const messages = useMessages()
  const words = useWords()
  const formats = useFormats()
  const { said, say } = useAnnouncement()
  const state = useTokenState(token, receivedAtMs)
  const secret = useSecretToken(account.tenant, token, (isShown) =>
    say(isShown ? words.tokenShown : words.tokenHidden),
  )
  const working = useWorking(oldTokens)
  const isRequired = settings.enableProfileApiAuthentication
  const isOverlap = isRequired && working.length > 0
  const oldOnesAlone = working.length > 0 && !isUsable(state)
  /** With what was shown when it was asked whether to prepare a token. */
  const [asked, setAsked] = useState<Seen | null>(null)
  const generate = async (how: Generating) => {
    await secret.generateToken(how)
    say(words.generated)
  }
  const sayTurned = (isOn: boolean) => {
    const title = isOn && oldOnesAlone ? '' : stateTitle(isOn, state, words, formats)
    say(`${isOn ? words.isOn : words.isOff} ${title}`)
  }
  const maySwitch = session.permitted.includes('settings.update')

  return (
    <Card
      title={words.profileApi}
      help={<Help to="console#require-authentication-and-the-token" about={words.profileApi} />}
      advice={<ProfileApiAdvice />}
    >
      <SkipLink to={GENERATE_ID}>{words.skipToGenerate}</SkipLink>
      <Announcement said={said} />
      {!maySwitch && (
        <Notice id={READ_ONLY_ID} tone="info" title={words.readOnlyTitle}>
          {words.readOnlyAdvice(roleWords(session.user, messages).join(', '))}
        </Notice>
      )}
      <RequireAuthentication
        implementation={implementation}
        hasToken={isUsable(state) || working.length > 0}
        readOnlyId={maySwitch ? undefined : READ_ONLY_ID}
        onTurned={sayTurned}
      />
      {!(isRequired && oldOnesAlone) && (
        <StateNotice
          isRequired={isRequired}
          state={state}
          callers={callers}
          onPrepare={
            session.permitted.includes('token.generate')
              ? () => setAsked({ replaces: null, settingsEtag: settings.etag })
              : undefined
          }
          isPreparing={secret.generate.isPending}
        />
      )}
      {isOverlap && (
        <PartPlace>
          <overlapNotice.Component working={working} isCurrentUsable={isUsable(state)} callers={callers} />
        </PartPlace>
      )}
      {asked && (
        <PartPlace>
          <generateQuestion.Component
            isAhead
            asked={asked}
            state={state}
            implementation={implementation}
            isPending={secret.generate.isPending}
            failure={<InlineFailure error={secret.generate.error} />}
            onGenerate={(how) => generate({ ...asked, ...how })}
            onClose={() => setAsked(null)}
          />
        </PartPlace>
      )}
      <TokenSection
        implementation={implementation}
        state={state}
        secret={secret}
        onGenerate={generate}
        say={say}
      />
      <RotationPlace implementation={implementation} state={state} working={working} say={say} />
    </Card>
  )
}
