import { useMessages } from '../messages/MessagesProvider.tsx'
import styles from './Brand.module.css'

/** The product's mark and name. */
export function Brand() {
  const { product } = useMessages()
  return (
    <span className={styles.brand}>
      <svg width="1.625rem" height="1.625rem" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#2f4fd8" />
        <path
          d="M16 6.5a5.5 5.5 0 0 0-2.3 10.5L12.5 25a.8.8 0 0 0 .8.9h5.4a.8.8 0 0 0 .8-.9l-1.2-8A5.5 5.5 0 0 0 16 6.5Z"
          fill="#fff"
        />
      </svg>
      <span>{product}</span>
    </span>
  )
}
