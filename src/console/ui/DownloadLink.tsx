import { Icon } from './Icon.tsx'
import styles from './Button.module.css'

/** Fetches a file; the server names it. It looks like a button, for nothing else comes on the page. */
export const DownloadLink = ({ href, children }: { href: string; children: string }) => (
  <a className={styles.button} href={href} download>
    <Icon name="download" />
    <span>{children}</span>
  </a>
)
