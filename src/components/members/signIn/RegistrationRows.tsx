'use client'
import type {
  Member,
  Metadata,
  OAuthRegistration,
  Organization,
  ScimRegistration,
  SsoRegistration,
} from '../../../client/types.ts'
import { Row } from '../../ui/Row.tsx'
import { ShortId } from '../../ui/ShortId.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { attributeLines } from './attributeLines.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'

export interface RegistrationRowsProps {
  member: Member
  organization: Organization | null
}

/** What others know the member as: SSO connections, OAuth providers, and the directory. */
export function RegistrationRows({ member, organization }: RegistrationRowsProps) {
  const { methods } = useMemberSignInMessages()
  const { sso_registrations, oauth_registrations, scim_registration } = member
  return (
    <>
      <Row label={methods.sso}>
        {sso_registrations.length === 0 ? (
          <span data-part="member-none">{methods.ssoNone}</span>
        ) : (
          <ul data-part="member-registrations">
            {sso_registrations.map((registration) => (
              <SsoItem
                key={registration.registration_id}
                registration={registration}
                connections={organization?.sso_active_connections ?? []}
              />
            ))}
          </ul>
        )}
      </Row>
      <Row label={methods.accounts}>
        {oauth_registrations.length === 0 ? (
          <span data-part="member-none">{methods.accountsNone}</span>
        ) : (
          <ul data-part="member-registrations">
            {oauth_registrations.map((registration) => (
              <OAuthItem
                key={registration.member_oauth_registration_id}
                registration={registration}
              />
            ))}
          </ul>
        )}
      </Row>
      {scim_registration && (
        <DirectoryRow
          registration={scim_registration}
          connection={organization?.scim_active_connection ?? null}
        />
      )}
    </>
  )
}

function SsoItem({
  registration: { connection_id, external_id, sso_attributes },
  connections,
}: {
  registration: SsoRegistration
  connections: Organization['sso_active_connections']
}) {
  const { methods, connectionGone } = useMemberSignInMessages()
  const connection = connections.find((candidate) => candidate.connection_id === connection_id)
  return (
    <li data-part="member-registration">
      <strong>{connection?.display_name ?? connectionGone}</strong>
      {!connection && <ShortId value={connection_id} label={connectionGone} />}
      <span data-part="hint">
        {methods.externalId} <code data-part="code">{external_id}</code>
      </span>
      <Attributes attributes={sso_attributes} />
    </li>
  )
}

function Attributes({ attributes }: { attributes: Metadata }) {
  const { methods } = useMemberSignInMessages()
  const lines = attributeLines(attributes)
  if (lines.length === 0) return null
  return (
    <details data-part="details">
      <summary data-part="summary">{methods.attributes}</summary>
      <dl data-part="detail-list">
        {lines.map(({ name, value }) => (
          <div key={name} data-part="member-attribute">
            <dt data-part="detail-label">{name}</dt>
            <dd data-part="detail-value">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function OAuthItem({ registration }: { registration: OAuthRegistration }) {
  const { methods } = useMemberSignInMessages()
  const { provider_type, provider_subject, provider_tenants = [] } = registration
  return (
    <li data-part="member-registration">
      <strong>{provider_type}</strong>
      <span data-part="hint">
        {methods.subject} <code data-part="code">{provider_subject}</code>
      </span>
      {provider_tenants.length > 0 && (
        <span data-part="hint">
          {methods.workspaces(provider_tenants.map(({ tenant_name }) => tenant_name))}
        </span>
      )}
    </li>
  )
}

function DirectoryRow({
  registration: { connection_id, scim_attributes = {} },
  connection,
}: {
  registration: ScimRegistration
  connection: Organization['scim_active_connection']
}) {
  const { methods, connectionGone } = useMemberSignInMessages()
  const known = connection?.connection_id === connection_id ? connection : null
  const { user_name, groups = [] } = scim_attributes
  return (
    <Row label={methods.directory} hint={methods.directoryHint}>
      <div data-part="member-registration">
        <strong>{known?.display_name ?? connectionGone}</strong>
        {user_name && <span data-part="hint">{methods.userName(user_name)}</span>}
        {groups.length > 0 && (
          <TagList
            label={methods.groups}
            items={groups.map(({ value, display }) => ({ key: value, label: display || value }))}
          />
        )}
      </div>
    </Row>
  )
}
