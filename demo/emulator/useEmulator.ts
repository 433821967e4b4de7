import { queryOptions, useQuery } from '@tanstack/react-query'
import { getPersonas, getState } from './controlApi.ts'

/** The emulator's state; asked again every two seconds for as long as it does not answer. */
export const emulatorState = queryOptions({
  queryKey: ['emulator', 'state'],
  queryFn: getState,
  retry: false,
  refetchInterval: (query) => (query.state.status === 'error' ? 2_000 : false),
})

export function useEmulatorState() {
  return useQuery(emulatorState)
}

export function usePersonas() {
  return useQuery({
    queryKey: ['emulator', 'personas'],
    queryFn: getPersonas,
    retry: false,
  })
}
