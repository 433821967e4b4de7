import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  AuthResponseWithMfa,
  ExternalConnection,
  ExternalConnectionOutput,
  ExternalCreateConnectionInput,
  ExternalUpdateConnectionInput,
  OidcConnectionOutput,
  OidcUpdateConnectionInput,
  OidcUpdateConnectionOutput,
  SamlConnectionOutput,
  SamlDeleteEncryptionPrivateKeyOutput,
  SamlDeleteVerificationCertificateOutput,
  SamlUpdateConnectionByUrlInput,
  SamlUpdateConnectionInput,
  SsoActiveConnection,
  SsoAuthenticateInput,
  SsoCreateConnectionInput,
  SsoDeleteConnectionOutput,
  SsoStartInput,
} from 'orgportal/client'
import {
  useSsoAuthenticate,
  useSsoConnections,
  useSsoDeleteConnection,
  useSsoDiscoverConnections,
  useSsoExternalCreateConnection,
  useSsoExternalUpdateConnection,
  useSsoOidcCreateConnection,
  useSsoOidcUpdateConnection,
  useSsoSamlCreateConnection,
  useSsoSamlDeleteEncryptionPrivateKey,
  useSsoSamlDeleteVerificationCertificate,
  useSsoSamlUpdateConnection,
  useSsoSamlUpdateConnectionByURL,
  useSsoStart,
  type CachedOidcConnection,
  type CachedSamlConnection,
  type SsoConnections,
} from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of SSO', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useSsoConnections()).returns.toEqualTypeOf<UseQueryResult<SsoConnections>>()
    expectTypeOf(() => useSsoDiscoverConnections('ada@northwind.example')).returns.toEqualTypeOf<
      UseQueryResult<SsoActiveConnection[]>
    >()
    expectTypeOf(() => useSsoStart()).returns.toEqualTypeOf<Write<void, SsoStartInput>>()
    expectTypeOf(() => useSsoAuthenticate()).returns.toEqualTypeOf<
      Write<AuthResponseWithMfa, SsoAuthenticateInput>
    >()
    expectTypeOf(() => useSsoDeleteConnection()).returns.toEqualTypeOf<
      Write<SsoDeleteConnectionOutput, string>
    >()
  })

  it('of SAML follow from their names', () => {
    expectTypeOf(() => useSsoSamlCreateConnection()).returns.toEqualTypeOf<
      Write<SamlConnectionOutput, SsoCreateConnectionInput>
    >()
    expectTypeOf(() => useSsoSamlUpdateConnection()).returns.toEqualTypeOf<
      Write<SamlConnectionOutput, SamlUpdateConnectionInput>
    >()
    expectTypeOf(() => useSsoSamlUpdateConnectionByURL()).returns.toEqualTypeOf<
      Write<SamlConnectionOutput, SamlUpdateConnectionByUrlInput>
    >()
    expectTypeOf(() => useSsoSamlDeleteVerificationCertificate()).returns.toEqualTypeOf<
      Write<
        SamlDeleteVerificationCertificateOutput,
        { connection_id: string; certificate_id: string }
      >
    >()
    expectTypeOf(() => useSsoSamlDeleteEncryptionPrivateKey()).returns.toEqualTypeOf<
      Write<SamlDeleteEncryptionPrivateKeyOutput, { connection_id: string; private_key_id: string }>
    >()
  })

  it('of OIDC and external connections follow from their names', () => {
    expectTypeOf(() => useSsoOidcCreateConnection()).returns.toEqualTypeOf<
      Write<OidcConnectionOutput, SsoCreateConnectionInput>
    >()
    expectTypeOf(() => useSsoOidcUpdateConnection()).returns.toEqualTypeOf<
      Write<OidcUpdateConnectionOutput, OidcUpdateConnectionInput>
    >()
    expectTypeOf(() => useSsoExternalCreateConnection()).returns.toEqualTypeOf<
      Write<ExternalConnectionOutput, ExternalCreateConnectionInput>
    >()
    expectTypeOf(() => useSsoExternalUpdateConnection()).returns.toEqualTypeOf<
      Write<ExternalConnectionOutput, ExternalUpdateConnectionInput>
    >()
  })

  it('of what is cached have no secret', () => {
    expectTypeOf<SsoConnections>().toEqualTypeOf<{
      saml_connections: CachedSamlConnection[]
      oidc_connections: CachedOidcConnection[]
      external_connections: ExternalConnection[]
    }>()
    expectTypeOf<CachedOidcConnection>().not.toHaveProperty('client_secret')
    expectTypeOf<CachedOidcConnection>().toHaveProperty('has_client_secret')
    expectTypeOf<CachedSamlConnection['saml_encryption_private_keys'][number]>().toEqualTypeOf<{
      private_key_id: string
      created_at: string
    }>()
  })
})
