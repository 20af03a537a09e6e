import type { Administrator } from '#contract/account.ts'
import type { Session } from '#contract/sign-in.ts'
import { useLazyWords } from '../../lazy-words/lazy-words.ts'
import { useFormats, useMessages } from '../../messages/MessagesProvider.tsx'
import { roleWords } from '../../shell/role-words.ts'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './AccountPage.module.css'
import { useWords } from './use-words.ts'

type Props = { session: Session; administrators: readonly Administrator[] }

/** What one's roles allow, in words, and whom to ask for more. */
export function Rights({ session, administrators }: Props) {
  const words = useWords()
  const messages = useMessages()
  const formats = useFormats()
  const { tries } = useLazyWords('auditLog')
  const roles = roleWords(session.user, messages)
  const workspaceNames = new Map(session.workspaces.map(({ id, name }) => [id, name]))
  const administers = ({ sysadmin, workspaces }: Administrator) => {
    const names = formats.list(workspaces.map((id) => workspaceNames.get(id) ?? id))
    return [sysadmin && messages.shell.roles.sysadmin, names !== '' && words.administersIn(names)]
      .filter((told) => told !== false)
      .join(' · ')
  }
  return (
    <Card
      title={words.rights}
      help={<Help to="console#what-you-may-do" about={words.rights} />}
      advice={roles.length === 0 ? words.noRole : roles.join(' · ')}
    >
      <div className={styles.lists}>
        {session.permitted.length > 0 && (
          <div>
            <h3 id="permitted">{words.permitted}</h3>
            <ul aria-labelledby="permitted">
              {session.permitted.map((permission) => (
                <li key={permission}>{tries[permission]}</li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h3 id="administrators">{words.administrators}</h3>
          {administrators.length === 0 ? (
            <p>{words.nobodyElse}</p>
          ) : (
            <ul aria-labelledby="administrators">
              {administrators.map((administrator, index) => (
                <li key={index}>
                  <span translate="no">{administrator.name}</span>
                  <div className={styles.muted}>{administers(administrator)}</div>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Card>
  )
}
