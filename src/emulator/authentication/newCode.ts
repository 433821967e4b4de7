import type { EmulatorContext } from '../context.ts'
import { randomText } from '../randomText.ts'

/** A code of six digits, as mails and texts carry it. */
export function newCode(context: EmulatorContext): string {
  return randomText(context, 6, '0123456789')
}
