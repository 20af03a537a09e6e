import { useId, useState, type DragEvent, type Ref } from 'react'
import { Icon } from '../../../ui/Icon.tsx'
import styles from './TryPage.module.css'
import { useWords } from './use-words.ts'

type Props = { fieldRef: Ref<HTMLInputElement>; onFile: (file: File) => void }

/** Where a file is dropped, or chosen by pointer or keys. */
export function FileDrop({ fieldRef, onFile }: Props) {
  const words = useWords()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file !== undefined) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // The field within it takes keys; to drop is for the pointer alone.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>
        <Icon name="upload" size={20} />
        {words.choose}
      </label>
      <p>{words.orDrop}</p>
      <input
        ref={fieldRef}
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          // The same file, once it is mended, is chosen anew.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
