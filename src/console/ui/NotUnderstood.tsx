import { Notice } from './Notice.tsx'

/** Says which parts of an address mean nothing, and so were left out; nothing where there are none. */
export function NotUnderstood({ title, parts }: { title: string; parts: readonly string[] }) {
  if (parts.length === 0) return null
  return (
    <Notice tone="warning" title={title}>
      {parts.map((part) => (
        <p key={part}>
          <code translate="no">{part}</code>
        </p>
      ))}
    </Notice>
  )
}
