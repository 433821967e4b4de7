'use client'
import { metadataEntries } from './metadataEntries.ts'
import { useProfileMessages } from './useProfileMessages.ts'

/** A member's metadata to be read: folded, each entry with its key. */
export function MemberMetadata({ metadata }: { metadata: object | null | undefined }) {
  const { metadata: messages } = useProfileMessages()
  const entries = metadataEntries(metadata)
  if (entries.length === 0) return <span data-part="hint">{messages.none}</span>
  return (
    <details data-part="details">
      <summary data-part="summary">{messages.show(entries.length)}</summary>
      <dl data-part="member-metadata">
        {entries.map(({ key, text, nested }) => (
          <div key={key} data-part="member-metadata-entry">
            <dt>
              <code data-part="code">{key}</code>
            </dt>
            <dd>{nested ? <pre data-part="code">{text}</pre> : text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
