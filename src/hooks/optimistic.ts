import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import { cachedReads, inputOf, namesOf, type Effects } from './effects.ts'
import { ownerKey } from './keys.ts'
import type { ReadData, ReadName } from './readData.ts'
import { writeOptions, type Send, type WriteOptions, type WriteSettings } from './write.ts'

type Optimistic<TVariables> = NonNullable<Effects<unknown, TVariables>['optimistic']>

/**
 * As `writeOptions`, for a write that shows what it will do before it is done (`effects.optimistic`), and takes
 * that back when the answer is there: then the answer tells, or that it failed.
 */
export function optimisticOptions<TAnswer, TVariables>(
  client: B2BClient,
  name: string,
  send: Send<TAnswer, TVariables>,
  settings: WriteSettings<TAnswer, TVariables> & {
    effects: { optimistic: Optimistic<TVariables> }
  },
): WriteOptions<TAnswer, TVariables> {
  return {
    ...writeOptions(client, name, send, settings),
    mutationFn: (variables, context) => {
      const takeBack = show(client, context.client, settings.effects.optimistic, variables)
      const sendExpecting: Send<TAnswer, TVariables> = async (input) => {
        try {
          return await send(input)
        } finally {
          // Also before what the answer says takes the place of what was expected.
          takeBack()
        }
      }
      return writeOptions(client, name, sendExpecting, settings).mutationFn(variables, context)
    },
  }
}

/**
 * Several writes may be on their way at once, and reads with them. So each write holds on to what its reads
 * were without it, and to its own change: whatever arrives in between is the new ground, and is changed again.
 */
function show<TVariables>(
  client: B2BClient,
  queryClient: QueryClient,
  optimistic: Optimistic<TVariables>,
  variables: TVariables,
): () => void {
  const cache = queryClient.getQueryCache()
  const owner = ownerKey(client, client.getSnapshot())
  const ground = new Map<Query<unknown, Error, unknown, QueryKey>, unknown>()
  let taking: TakenBack | undefined

  function change<Name extends ReadName>(name: Name, only?: unknown) {
    for (const query of cachedReads(client, queryClient, owner, name)) {
      if (only && query !== only) continue
      const before = queryClient.getQueryData<ReadData[Name]>(query.queryKey)
      const data =
        before === undefined ? before : optimistic[name]?.(before, variables, inputOf(query))
      if (data === before) continue
      ground.set(query, before)
      // Not `setQueryData`: what is only expected is no fresher than what it is made of.
      query.setState({ data })
    }
  }

  for (const name of namesOf(optimistic)) change(name)
  const end = cache.subscribe((event) => {
    if (event.type !== 'updated') return
    const { action, query } = event
    if (action.type === 'setState') {
      const { state } = action
      if (state === taking) taking.pass()
      // What an earlier write leaves is new ground. What a later one leaves has this write's change in it.
      if (state === taking || !(state instanceof TakenBack) || !state.isPast) return
    } else if (action.type !== 'success') return
    for (const name of namesOf(optimistic)) change(name, query)
  })

  return function takeBack() {
    for (const [query, data] of ground) {
      // What the owner's session has taken along does not come back.
      if (cache.get(query.queryHash) !== query) continue
      taking = new TakenBack(data)
      query.setState(taking)
    }
    end()
  }
}

/**
 * The data of a read without what a write has shown. The other writes on their way are told of it in the order in
 * which they began. Of this object, only the data becomes part of the read's state.
 */
class TakenBack {
  #isPast = false
  constructor(readonly data: unknown) {}

  /** Whether the write itself has been told. */
  get isPast(): boolean {
    return this.#isPast
  }
  pass(): void {
    this.#isPast = true
  }
}
