import { ROOT, fields } from './shape.ts'
import { storeShapes } from './store.ts'
import type { StoreData } from './store.ts'

/** Takes a value for the emulator's data if it is that. Throws an error that says what is wrong. */
export function parseSnapshot(value: unknown): StoreData {
  if (isStoreData(value)) return value
  const problem = storeData(value, ROOT) ?? 'it has another shape'
  throw new Error(`This is not a snapshot of the emulator: ${problem}.`)
}

function isStoreData(value: unknown): value is StoreData {
  return storeData(value, ROOT) === null
}

const storeData = fields(storeShapes)
