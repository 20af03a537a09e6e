import { Icon } from './Icon.tsx'
import styles from './Button.module.css'

type Props = {
  href: string
  /** Left out where the server names it. */
  fileName?: string
  children: string
}

/** Fetches a file. It looks like a button, for nothing else comes on the page. */
export const DownloadLink = ({ href, fileName = '', children }: Props) => (
  <a className={styles.button} href={href} download={fileName}>
    <Icon name="download" />
    <span>{children}</span>
  </a>
)
