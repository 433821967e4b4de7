import type { SsoActiveConnection } from '../../client/types.ts'
import { findMemberByEmail } from '../authentication/people.ts'
import { whyNotJoin } from '../authentication/provisioning.ts'
import type { EmulatorContext } from '../context.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import { emailDomain } from '../roles.ts'
import { activeSsoConnections } from './wireSso.ts'

/**
 * The active connections of the organizations that the address belongs to; where there are none, those through which
 * somebody with an address of its domain may join.
 */
export function discoverConnections(
  context: EmulatorContext,
  emailAddress: string,
): SsoActiveConnection[] {
  const organizations = Object.values(context.data.organizations)
  const ofMember = organizations
    .filter(({ organization_id }) => findMemberByEmail(context, organization_id, emailAddress))
    .flatMap(({ organization_id }) => activeSsoConnections(context, organization_id))
  if (ofMember.length > 0) return ofMember
  return organizations
    .filter((organization) => isForDomain(organization, emailDomain(emailAddress)))
    .flatMap((organization) =>
      activeSsoConnections(context, organization.organization_id).filter(
        ({ connection_id }) =>
          whyNotJoin(organization, emailAddress, { type: 'sso', connection_id }) === null,
      ),
    )
}

/** An organization that lets anybody in who comes through its provider says only so who belongs to it. */
function isForDomain({ email_allowed_domains }: StoredOrganization, domain: string): boolean {
  return email_allowed_domains.some((allowed) => allowed.toLowerCase() === domain)
}
