import type { DirectoryRequest } from 'orgportal/emulator'
import { useState } from 'react'
import { getScimTarget } from '../emulator/controlApi.ts'

export type Dialect = 'okta' | 'microsoft-entra'

export type PushState =
  | { status: 'idle' }
  | { status: 'pushing'; dialect: Dialect; requests: DirectoryRequest[] }
  | {
      status: 'done'
      dialect: Dialect
      requests: DirectoryRequest[]
      users: number
      groups: number
    }
  | { status: 'failed'; message: string; requests: DirectoryRequest[] }

/** Pushes the sample users and groups to the connection there is, as a directory that was given its token. */
export function usePush(): { state: PushState; push: (dialect: Dialect) => Promise<void> } {
  const [state, setState] = useState<PushState>({ status: 'idle' })

  async function push(dialect: Dialect) {
    let requests: DirectoryRequest[] = []
    setState({ status: 'pushing', dialect, requests })
    try {
      const target = await getScimTarget()
      if (!target)
        throw new Error('There is no SCIM connection yet. Create one in Directory sync first.')
      const { createDirectory } = await import('orgportal/emulator')
      const directory = createDirectory({
        baseUrl: withEntraFlag(target.base_url, dialect),
        token: target.bearer_token,
        dialect,
        onRequest: (request) => {
          requests = [...requests, request]
          setState({ status: 'pushing', dialect, requests })
        },
      })
      const { users, groups } = await directory.pushSample()
      setState({ status: 'done', dialect, requests, users, groups })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      setState({ status: 'failed', message, requests })
    }
  }

  return { state, push }
}

/** The portal shows Entra's address with this flag, which makes Entra send standard SCIM. */
function withEntraFlag(baseUrl: string, dialect: Dialect): string {
  return dialect === 'microsoft-entra' ? `${baseUrl}?aadOptscim062020` : baseUrl
}
