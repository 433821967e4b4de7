'use client'
import { ChevronRightIcon } from '../ui/icons.tsx'

export interface ConsolePathProps {
  label: string
  /** Labels of the console to click, one after the other. */
  path: readonly string[]
}

/** Where to click in another console. */
export function ConsolePath({ label, path }: ConsolePathProps) {
  return (
    <div data-part="scim-path">
      <span data-part="label">{label}</span>
      <ol data-part="scim-path-list" aria-label={label}>
        {path.map((step, index) => (
          <li key={`${String(index)} ${step}`} data-part="scim-path-step">
            {index > 0 && <ChevronRightIcon />}
            {step}
          </li>
        ))}
      </ol>
    </div>
  )
}
