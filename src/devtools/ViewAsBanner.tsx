'use client'

import type { ReactNode } from 'react'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import { useSessionSnapshot } from '../hooks/useSessionSnapshot.ts'

/** There whenever the page shows what other roles would see, open panel or not. */
export function ViewAsBanner(): ReactNode {
  const client = useOrgportalClient()
  const { viewedRoles } = useSessionSnapshot()

  return (
    <>
      {viewedRoles && <div className="frame" aria-hidden="true" />}
      <div role="status">
        {viewedRoles && (
          <p className="banner">
            <span>
              Viewing as{' '}
              <strong>
                {viewedRoles.length > 0 ? viewedRoles.join(', ') : 'somebody without roles'}
              </strong>
            </span>
            <button
              type="button"
              onClick={() => {
                client.rbac.viewAs(null)
              }}
            >
              Stop
            </button>
          </p>
        )}
      </div>
    </>
  )
}
