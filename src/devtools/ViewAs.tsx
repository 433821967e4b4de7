'use client'

import { useId, type ReactNode } from 'react'
import type { CompiledPolicy } from '../client/rbac.ts'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'

interface ViewAsProps {
  policy: CompiledPolicy
  /** Null while nobody is signed in: then there is nothing to look at. */
  ownRoles: readonly string[] | null
  viewedRoles: readonly string[] | null
}

/** Shows the page as it looks to other roles. The server goes on judging by the member's own. */
export function ViewAs({ policy, ownRoles, viewedRoles }: ViewAsProps): ReactNode {
  const client = useOrgportalClient()
  const noteId = useId()
  const chosen = viewedRoles ?? ownRoles ?? []
  // A role that is held may be gone from the policy; it is still one of the member's.
  const all = [...new Set([...policy.roles.keys(), ...(ownRoles ?? [])])]

  function choose(roleId: string, isChosen: boolean) {
    client.rbac.viewAs(all.filter((one) => (one === roleId ? isChosen : chosen.includes(one))))
  }

  return (
    <section>
      <h3>View as role</h3>
      <fieldset disabled={ownRoles === null} aria-describedby={noteId}>
        <legend className="hidden">View as role</legend>
        <div className="roles">
          {all.map((roleId) => (
            <label key={roleId} className="check" title={policy.roles.get(roleId)?.description}>
              <input
                type="checkbox"
                checked={chosen.includes(roleId)}
                onChange={(event) => {
                  choose(roleId, event.target.checked)
                }}
              />
              <span className="mono">{roleId}</span>
              {ownRoles?.includes(roleId) && <span className="muted">yours</span>}
            </label>
          ))}
        </div>
        <div className="toolbar">
          <button
            type="button"
            disabled={viewedRoles === null}
            onClick={() => {
              client.rbac.viewAs(null)
            }}
          >
            Back to your roles
          </button>
          <span className="muted grow" id={noteId}>
            Changes what this page shows, not what the server allows.
          </span>
        </div>
      </fieldset>
    </section>
  )
}
