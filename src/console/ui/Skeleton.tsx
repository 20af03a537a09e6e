import styles from './Skeleton.module.css'

type Props = {
  /** Lines of text it stands for. */
  lines?: number
  /** In rem; as wide as its place when left out. */
  width?: number
}

/** Holds the place of what is being loaded. */
export function Skeleton({ lines = 1, width }: Props) {
  return (
    <span className={styles.skeleton} style={{ height: `${lines * 1.5}em`, width: width && `${width}rem` }} />
  )
}
