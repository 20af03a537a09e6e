import { useRef } from 'react'
import styles from './CodeList.module.css'
import { CopyButton } from './CopyButton.tsx'
import { CopyStatus } from './CopyStatus.tsx'
import { DownloadLink } from './DownloadLink.tsx'
import { useCopy } from './use-copy.ts'

type Props = {
  codes: readonly string[]
  copyWord: string
  downloadWord: string
  /** Of the file that they can be kept in, and the first line in it. */
  fileName: string
  fileTitle: string
}

/** Codes that are shown once, to be copied or kept in a file. */
export function CodeList({ codes, copyWord, downloadWord, fileName, fileTitle }: Props) {
  const listRef = useRef<HTMLOListElement>(null)
  const { state, copy } = useCopy(() => {
    if (listRef.current) getSelection()?.selectAllChildren(listRef.current)
  })
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent([fileTitle, '', ...codes, ''].join('\n'))}`
  return (
    <div className={styles.codes}>
      <ol ref={listRef} translate="no">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        <CopyButton state={state} word={copyWord} onClick={() => void copy(codes.join('\n'))} />
        <DownloadLink href={file} fileName={fileName}>
          {downloadWord}
        </DownloadLink>
        <CopyStatus state={state} isCopiedShown={false} />
      </div>
    </div>
  )
}
