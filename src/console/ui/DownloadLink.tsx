import { Icon } from './Icon.tsx'
import styles from './Button.module.css'

type Props = {
  href: string
  /** Left out where the server names it. */
  fileName?: string
  /** What it is for the ear, where several of them say the same. */
  label?: string
  children: string
}

/** Fetches a file. It looks like a button, for nothing else comes on the page. */
export const DownloadLink = ({ href, fileName = '', label, children }: Props) => (
  <a className={styles.button} href={href} download={fileName} aria-label={label}>
    <Icon name="download" />
    <span>{children}</span>
  </a>
)
