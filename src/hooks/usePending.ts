'use client'

import { useMutationState, type Mutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Effects } from './effects.ts'
import { ownerKey } from './keys.ts'
import type { ReadData } from './readData.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'

type OwnRecord = 'organization.get' | 'self.get'

/**
 * One of the client's own records as it will be if the writes on their way succeed: what
 * `effects.optimistic` says of the read of the same record.
 */
export function usePending<Name extends OwnRecord>(
  name: Name,
  record: ReadData[Name],
): ReadData[Name] {
  const client = useOrgportalClient()
  const pending = useMutationState({
    filters: { status: 'pending', mutationKey: ownerKey(client, client.getSnapshot()) },
    select: (mutation) => mutation,
  })
  return useMemo(
    () => pending.reduce((before, mutation) => changedBy(mutation, name, before), record),
    [pending, name, record],
  )
}

function changedBy<Name extends OwnRecord>(
  { options, state }: Mutation,
  name: Name,
  before: ReadData[Name],
): ReadData[Name] {
  return hasEffects(options)
    ? (options.effects.optimistic?.[name]?.(before, state.variables, undefined) ?? before)
    : before
}

function hasEffects(options: object): options is { effects: Effects<unknown, unknown> } {
  return 'effects' in options
}
