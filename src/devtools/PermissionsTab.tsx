'use client'

import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { countingRoles, type CompiledPolicy } from '../client/rbac.ts'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import { useSessionSnapshot } from '../hooks/useSessionSnapshot.ts'
import { resourceRows, type ResourceRow } from './policyRows.ts'
import { ViewAs } from './ViewAs.tsx'

/** Resources that a search opens by itself. */
const OPENED_BY_SEARCH = 8

/** What the policy allows, which role grants it, and how it all looks to other roles. */
export function PermissionsTab(): ReactNode {
  const client = useOrgportalClient()
  const snapshot = useSessionSnapshot()
  const { session, viewedRoles, bootstrap } = snapshot
  const policy = useSyncExternalStore(client.subscribe, client.rbac.getPolicySync)
  const [search, setSearch] = useState('')
  const [onlyDenied, setOnlyDenied] = useState(false)

  const project = bootstrap?.rbacPolicy ?? null
  const roleIds = countingRoles(snapshot)
  const rows = useMemo(() => {
    if (!project) return []
    const all = resourceRows(project, policy, roleIds, search)
    return onlyDenied ? all.flatMap(withoutAllowed) : all
  }, [project, policy, roleIds, search, onlyDenied])

  if (!project) return <p className="empty">The project’s policy is not known yet.</p>
  return (
    <>
      <ViewAs policy={policy} ownRoles={session?.roles ?? null} viewedRoles={viewedRoles} />
      <section>
        <h3>Permissions</h3>
        <div className="toolbar">
          <input
            type="search"
            aria-label="Search resources and actions"
            placeholder="Search: scim update"
            value={search}
            onChange={(event) => {
              setSearch(event.target.value)
            }}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={onlyDenied}
              onChange={(event) => {
                setOnlyDenied(event.target.checked)
              }}
            />
            Denied only
          </label>
        </div>
        {rows.length === 0 && <p className="empty">Nothing in the policy matches.</p>}
        {rows.map((row, index) => (
          <Resource
            key={row.resourceId}
            row={row}
            policy={policy}
            roleIds={roleIds}
            isFound={search.trim() !== '' && index < OPENED_BY_SEARCH}
          />
        ))}
      </section>
    </>
  )
}

function withoutAllowed(row: ResourceRow): ResourceRow[] {
  const actions = row.actions.filter(({ isAllowed }) => !isAllowed)
  return actions.length > 0 ? [{ ...row, actions, allowed: 0 }] : []
}

interface ResourceProps {
  row: ResourceRow
  policy: CompiledPolicy
  roleIds: readonly string[]
  isFound: boolean
}

/** Its actions are made only while it is open: a policy may have tens of thousands. */
function Resource({ row, policy, roleIds, isFound }: ResourceProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const { resourceId, description, actions, allowed } = row
  return (
    <details
      className="resource"
      open={isOpen || isFound}
      onToggle={(event) => {
        if (!isFound) setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        <b className="mono">{resourceId}</b>
        <span className="muted clip grow">{description}</span>
        <span className="number" data-tone={allowed > 0 ? 'good' : 'bad'}>
          {allowed} of {actions.length}
        </span>
      </summary>
      {(isOpen || isFound) && (
        <ul className="rows" aria-label={resourceId}>
          {actions.map(({ action, isAllowed }) => (
            <li key={action}>
              <span className="chip" data-tone={isAllowed ? 'good' : 'bad'}>
                {isAllowed ? 'allowed' : 'denied'}
              </span>
              <span className="mono grow">{action}</span>
              <Granting
                roles={policy.rolesGranting(resourceId, action)}
                roleIds={roleIds}
                isAllowed={isAllowed}
              />
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

interface GrantingProps {
  roles: readonly string[]
  roleIds: readonly string[]
  isAllowed: boolean
}

function Granting({ roles, roleIds, isAllowed }: GrantingProps): ReactNode {
  const shown = isAllowed ? roles.filter((role) => roleIds.includes(role)) : roles
  if (shown.length === 0) return <span className="muted">no role grants it</span>
  return (
    <span className="muted">
      {isAllowed ? 'by ' : 'needs '}
      <span className="mono">{shown.join(isAllowed ? ', ' : ' or ')}</span>
    </span>
  )
}
