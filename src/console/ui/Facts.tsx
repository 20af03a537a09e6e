import type { ReactNode } from 'react'
import styles from './Facts.module.css'

/** What is known of one thing, in columns that are the same in every card. @param children a `<div>` of terms and details each */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={styles.facts}>{children}</dl>
