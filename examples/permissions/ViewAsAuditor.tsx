import { useOrgportalClient, useSessionSnapshot } from 'orgportal/hooks'

export function ViewAsAuditor() {
  const client = useOrgportalClient()
  const { viewedRoles } = useSessionSnapshot()
  if (viewedRoles === null) {
    return (
      <button type="button" onClick={() => client.rbac.viewAs(['stytch_member', 'auditor'])}>
        See it as an auditor
      </button>
    )
  }
  return (
    <p role="status">
      You look as: {viewedRoles.join(', ')}.{' '}
      <button type="button" onClick={() => client.rbac.viewAs(null)}>
        Back to yourself
      </button>
    </p>
  )
}
