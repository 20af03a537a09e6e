import styles from './Skeleton.module.css'

type Props = {
  /** Lines of text it stands for. */
  lines?: number
}

/** Holds the place of what is being loaded. */
export function Skeleton({ lines = 1 }: Props) {
  return <span className={styles.skeleton} style={{ height: `${lines * 1.5}em` }} />
}
