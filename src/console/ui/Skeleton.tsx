import styles from './Skeleton.module.css'

type Props = {
  /** Lines of text it stands for. */
  lines: number
  /** The same in a narrow window, where what comes takes more. */
  narrow?: number | undefined
  /** In rem; as wide as its place when left out. */
  width?: number
}

declare module 'react' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- an interface alone can be added to
  interface CSSProperties {
    '--narrow'?: string | 0 | undefined
  }
}

/** Holds the place of what is being loaded. */
export function Skeleton({ lines, narrow, width }: Props) {
  return (
    <span
      className={styles.skeleton}
      style={{
        height: `${lines * 1.5}em`,
        '--narrow': narrow && `${narrow * 1.5}em`,
        width: width && `${width}rem`,
      }}
    />
  )
}
