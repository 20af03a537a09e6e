import type { Said } from './use-announcement.ts'

/** Where announcements are put; on the page before anything is said, or nothing is heard. */
export function Announcement({ said }: { said: Said }) {
  return (
    <output className="visually-hidden">
      <span key={said.count}>{said.words}</span>
    </output>
  )
}
