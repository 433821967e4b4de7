'use client'
import { SearchField } from '../../ui/SearchField.tsx'
import { useMembersMessages } from '../useMembersMessages.ts'
import { useSearchText } from './useSearchText.ts'

export interface MemberSearchProps {
  /** What the list is searched by now. */
  value: string
  onSearch: (text: string) => void
  busy: boolean
}

/** The search box. It says what can be searched; a key renders nothing but the box. */
export function MemberSearch({ value, onSearch, busy }: MemberSearchProps) {
  const { search: messages } = useMembersMessages()
  const { text, setText, tooShort, flush } = useSearchText(value, onSearch)
  return (
    <form
      data-part="members-search"
      role="search"
      onBlur={flush}
      onSubmit={(event) => {
        event.preventDefault()
        flush()
      }}
    >
      <SearchField
        label={messages.label}
        placeholder={messages.placeholder}
        hint={tooShort ? messages.tooShort : messages.hint}
        value={text}
        onValueChange={setText}
        busy={busy}
      />
    </form>
  )
}
