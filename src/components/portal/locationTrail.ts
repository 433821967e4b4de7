import type { LocationParams } from './location.ts'

/** The entries of the history that this visit has made, as far as they are known. */
export interface LocationTrail {
  push: (params: LocationParams) => void
  replace: (params: LocationParams) => void
  /** The viewer went elsewhere: a step back or forward along the trail, else a new beginning. */
  follow: (
    params: LocationParams,
    isSame: (left: LocationParams, right: LocationParams) => boolean,
  ) => void
  /** What Back leads to; undefined where that is not known. */
  beneath: () => LocationParams | undefined
}

export function createLocationTrail(first: LocationParams): LocationTrail {
  let entries = [first]
  let index = 0
  return {
    push: (params) => {
      entries = [...entries.slice(0, index + 1), params]
      index += 1
    },
    replace: (params) => {
      entries[index] = params
    },
    follow: (params, isSame) => {
      const step = [-1, 1].find((direction) => {
        const entry = entries[index + direction]
        return entry !== undefined && isSame(entry, params)
      })
      if (step === undefined) entries = [params]
      index = step === undefined ? 0 : index + step
    },
    beneath: () => entries[index - 1],
  }
}
