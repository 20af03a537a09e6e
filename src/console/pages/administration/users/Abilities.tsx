import type { RoleFilter } from '#contract/users.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { type Held, highestOf } from './held.ts'
import styles from './RolesEditor.module.css'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

const ABILITIES = [
  'see',
  'switch',
  'token',
  'watch',
  'invite',
  'manage',
] satisfies (keyof Words['abilities'])[]

/** How many of those, from the first on, each role has; test/service/roles.test.ts and docs/roles.md say more. */
const COUNTS: Record<RoleFilter, number> = {
  observer: 1,
  editor: 1,
  publisher: 1,
  approver: 4,
  admin: 5,
  sysadmin: 6,
}

/** What someone may do who holds that, and what not. */
export function Abilities({ held }: { held: Held }) {
  const words = useWords()
  const highest = highestOf(held)
  const count = highest === undefined ? 0 : COUNTS[highest]
  return (
    <section className={styles.abilities} aria-live="polite">
      <h3>{highest === undefined ? words.mayNothing : words.may[highest]}</h3>
      <ul>
        {ABILITIES.map((ability, index) => (
          <li key={ability} data-may={index < count}>
            <Icon name={index < count ? 'check' : 'refused'} />
            <span>
              {index < count ? '' : <span className="visually-hidden">{words.mayNot} </span>}
              <span>{words.abilities[ability]}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
