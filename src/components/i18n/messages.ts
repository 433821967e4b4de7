import { createContext, useContext, useMemo } from 'react'
import type { en } from './en.ts'

/** Every text of the portal, by section. English is the source of the type. */
export type Messages = typeof en

/** Any part of the texts, to replace single ones or to give a whole other language. */
export type MessageOverrides = DeepPartial<Messages>

type DeepPartial<Shape> = {
  [Key in keyof Shape]?:
    | (Shape[Key] extends (...args: never[]) => unknown
        ? Shape[Key]
        : Shape[Key] extends object
          ? DeepPartial<Shape[Key]>
          : Shape[Key])
    | undefined
}

/** The host's texts; filled by `PortalRoot`. */
export const MessagesContext = createContext<MessageOverrides>({})

/**
 * The texts of one section: the English ones handed in, under those of the host.
 * The English module is an argument so that each chunk brings its own texts and no others.
 *
 * @example const messages = useMessages('scim', scim)
 */
export function useMessages<Section extends keyof Messages>(
  section: Section,
  english: Messages[Section],
): Messages[Section] {
  const overrides = useContext(MessagesContext)[section]
  return useMemo(() => mergeMessages(english, overrides), [english, overrides])
}

/** `base` with what `overrides` has in place of it, at any depth. Unknown keys are left out. */
export function mergeMessages<Shape extends object>(base: Shape, overrides: unknown): Shape {
  if (!isRecord(overrides)) return base
  const merged: Shape = { ...base }
  for (const key of Object.keys(base)) {
    const replacement = overrides[key]
    if (replacement === undefined) continue
    const original: unknown = Reflect.get(base, key)
    Reflect.set(
      merged,
      key,
      isRecord(original) ? mergeMessages(original, replacement) : replacement,
    )
  }
  return merged
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
