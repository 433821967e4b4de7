import { ui } from './en/ui.ts'
import { useMessages } from './messages.ts'
import type { Messages } from './messages.ts'

/** The texts of the design system itself. */
export function useUiMessages(): Messages['ui'] {
  return useMessages('ui', ui)
}
