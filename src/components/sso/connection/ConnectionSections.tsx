'use client'
import type { ReactNode } from 'react'
import { CertificatesCard } from '../certificates/CertificatesCard.tsx'
import { ExpiryNotice } from '../certificates/ExpiryNotice.tsx'
import { KeysCard } from '../certificates/KeysCard.tsx'
import type { ExternalSsoConnection, OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import { useFollowedGuide } from '../guides/useFollowedGuide.ts'
import { RolesCard } from '../roles/RolesCard.tsx'
import type { ConnectionSection } from '../ssoAddress.ts'
import { DefaultConnectionCard } from '../switchOn/DefaultConnectionCard.tsx'
import { JitCard } from '../switchOn/JitCard.tsx'
import { TestSignIn } from '../testSignIn/TestSignIn.tsx'
import { useLastTest } from '../testSignIn/useTestResults.ts'
import { MappingCard } from '../values/MappingCard.tsx'
import { SourceCard } from '../values/SourceCard.tsx'
import type { ConnectionScreenProps } from './ConnectionScreen.tsx'
import { DetailsCard } from './DetailsCard.tsx'
import { OverviewCard } from './OverviewCard.tsx'
import { ServiceValuesCard } from './ServiceValuesCard.tsx'

/** The cards of a connection, in the order in which one needs them. */
export function ConnectionSections({ connection, ...props }: ConnectionScreenProps) {
  return connection.protocol === 'external' ? (
    <ExternalSections connection={connection} {...props} />
  ) : (
    <OwnSections connection={connection} {...props} />
  )
}

type Props<Connection> = Omit<ConnectionScreenProps, 'connection'> & { connection: Connection }

function OwnSections(props: Props<SamlSsoConnection | OidcSsoConnection>) {
  const { viewer, connection, connections } = props
  const [guide] = useFollowedGuide(connection)
  const received = useLastTest(connection.connection_id)?.attributes
  return (
    <>
      <ExpiryNotice connection={connection} />
      <OverviewCard connection={connection} />
      <Section id="test">
        <TestSignIn {...{ connection, viewer, guide }} />
      </Section>
      <ServiceValuesCard {...{ connection, viewer }} guideId={guide} />
      <DetailsCard {...{ connection, viewer }} />
      <SourceCard {...{ connection, viewer, guide }} siblings={connections} />
      {connection.protocol === 'saml' && (
        <Section id="certificates">
          <CertificatesCard {...{ connection, viewer }} siblings={connections} />
          <KeysCard {...{ connection, viewer }} />
        </Section>
      )}
      <MappingCard {...{ connection, viewer, guide, received }} siblings={connections} />
      <OrganizationSections {...props} />
    </>
  )
}

function ExternalSections(props: Props<ExternalSsoConnection>) {
  const { viewer, connection } = props
  return (
    <>
      <OverviewCard connection={connection} />
      <Section id="test">
        <TestSignIn {...{ connection, viewer }} />
      </Section>
      <DetailsCard {...{ connection, viewer }} />
      <OrganizationSections {...props} />
    </>
  )
}

/** What the connection means for the organization and its members. */
function OrganizationSections(props: ConnectionScreenProps) {
  const { viewer, connection } = props
  return (
    <>
      <Section id="roles">
        <RolesCard {...{ connection, viewer }} />
      </Section>
      <DefaultConnectionCard {...props} />
      <JitCard {...props} />
    </>
  )
}

/** A place on the page that a link can lead to. */
function Section({ id, children }: { id: ConnectionSection; children: ReactNode }) {
  return (
    <div data-part="sso-section" data-section={id} tabIndex={-1}>
      {children}
    </div>
  )
}
