import { useQuery } from '@tanstack/react-query'
import type { LookUpInput } from '#contract/profiles.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { sessionQuery } from '../../../session.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Announcement } from '../../../ui/Announcement.tsx'
import { useAct } from '../../../use-act.ts'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useAnnouncement } from '../../../ui/use-announcement.ts'
import styles from './LookUpPage.module.css'
import { NotFound } from './NotFound.tsx'
import { ProfileCard } from './ProfileCard.tsx'
import { lookUpMutation } from './queries.ts'
import { useWords } from './use-words.ts'
import { VisitorForm } from './VisitorForm.tsx'
import { Waiting } from './Waiting.tsx'

/** Profiles > Look-up: what is stored of one visitor. The identifier stands in no address and no log. */
export default function LookUpPage() {
  const words = useWords()
  const { failures } = useMessages()
  const request = useRequest()
  const { data: state } = useQuery({ ...sessionQuery(request), enabled: false })
  const { mutate, data, variables: visitor, error, isPending } = useAct(lookUpMutation(request))
  const { said, say } = useAnnouncement()
  usePageTitle(words.title)
  useReturnFocus(true)
  if (state?.kind !== 'signed-in') return null
  const { permitted, clientCode } = state.session

  const lookUp = (asked: LookUpInput) =>
    mutate(asked, {
      onSuccess: ({ profile }) => {
        const tell = profile ? words.found : words.notFound
        say(tell(asked.idKind, asked.id))
      },
    })
  return (
    <div className={styles.page}>
      <header>
        <h1>{words.title}</h1>
        <p>{words.advice}</p>
      </header>
      {permitted.includes('profiles.view') ? (
        <Card
          title={words.visitor}
          help={<Help to="console#one-visitor" about={words.visitor} />}
          advice={words.isRecorded}
        >
          <VisitorForm isPending={isPending} onLookUp={lookUp} />
          <InlineFailure error={error} />
        </Card>
      ) : (
        <Notice tone="error" title={failures.refusals.forbidden.approver} />
      )}
      {data && visitor && (
        <>
          {data.waitingRows > 0 && (
            <Waiting rows={data.waitingRows} isPending={isPending} onLookAgain={() => lookUp(visitor)} />
          )}
          {data.profile ? (
            <ProfileCard profile={data.profile} />
          ) : (
            <NotFound
              visitor={visitor}
              clientCode={clientCode}
              isOfOtherKind={data.isOfOtherKind}
              isPending={isPending}
              onLookUp={lookUp}
            />
          )}
        </>
      )}
      <Announcement said={said} />
    </div>
  )
}
