'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MemberSession } from '../client/types.ts'
import { createNameSource } from '../hooks/roleSources.ts'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import { useSessionSnapshot } from '../hooks/useSessionSnapshot.ts'
import { roleSourceText } from './roleSourceText.ts'

/** Each role that counts in the session or that the member holds, with where it comes from. */
export function RoleList({ session }: { session: MemberSession }): ReactNode {
  const client = useOrgportalClient()
  const snapshot = useSessionSnapshot()
  const nameSource = createNameSource(client, useQueryClient(), snapshot)
  const held = snapshot.member?.roles ?? []
  const roleIds = new Set([...session.roles, ...held.map(({ role_id }) => role_id)])

  return (
    <section>
      <h3>Roles</h3>
      <ul className="rows" aria-label="Roles">
        {[...roleIds].map((roleId) => {
          const sources = held.find(({ role_id }) => role_id === roleId)?.sources ?? []
          return (
            <li key={roleId}>
              <b className="mono">{roleId}</b>
              <span className="muted grow">
                {sources.map((source) => roleSourceText(nameSource(source))).join('; ')}
              </span>
              {!session.roles.includes(roleId) && (
                <span className="chip" data-tone="warn">
                  not in this session
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
