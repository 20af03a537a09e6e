import { CodeList } from '../ui/CodeList.tsx'
import { useWords } from './use-words.ts'

const FILE_NAME = 'recovery-codes.txt'

/** Recovery codes, which are shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const words = useWords()
  return (
    <CodeList
      codes={codes}
      copyWord={words.copy}
      downloadWord={words.download}
      fileName={FILE_NAME}
      fileTitle={words.fileTitle}
    />
  )
}
