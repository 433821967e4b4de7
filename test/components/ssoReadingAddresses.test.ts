import { describe, expect, it, vi } from 'vitest'
import type { OidcSsoConnection, SamlSsoConnection } from '../../src/components/sso/connections.ts'
import {
  checkClientId,
  checkClientSecret,
  checkIssuer,
  checkTenantId,
} from '../../src/components/sso/reading/checkIssuer.ts'
import { checkUrl, type UrlPlace } from '../../src/components/sso/reading/checkUrl.ts'
import { discoverIssuer } from '../../src/components/sso/reading/discoverIssuer.ts'
import { findingCodes } from '../../src/components/sso/reading/finding.ts'
import { ssoFindings } from '../../src/components/i18n/en/sso/ssoFindings.ts'

const GUID = '7d1c2a7e-1111-4222-8333-944445555666'
const SSO_URL = 'https://acme.okta.com/app/acme/exk1/sso/saml'

const base = {
  organization_id: 'o',
  status: 'active',
  identity_provider: 'generic',
  attribute_mapping: {},
} as const
const saml: SamlSsoConnection = {
  ...base,
  protocol: 'saml',
  connection_id: 's',
  display_name: 'Okta',
  idp_entity_id: '',
  idp_sso_url: '',
  acs_url: 'https://api.service.test/v1/b2b/sso/callback/s',
  audience_uri: 'https://api.service.test/v1/b2b/sso/audience/s',
  signing_certificates: [],
  verification_certificates: [],
  saml_connection_implicit_role_assignments: [],
  saml_group_implicit_role_assignments: [],
  saml_encryption_private_keys: [],
}
const oidc: OidcSsoConnection = {
  ...base,
  protocol: 'oidc',
  connection_id: 'd',
  display_name: 'Entra',
  redirect_url: 'https://api.service.test/v1/b2b/sso/callback/d',
  issuer: '',
  client_id: '',
  has_client_secret: false,
  authorization_url: '',
  token_url: '',
  userinfo_url: '',
  jwks_url: '',
  custom_scopes: '',
}
const connections = [saml, oidc]

describe('checkUrl', () => {
  const check = (value: string, place: UrlPlace, entityId?: string) =>
    checkUrl(value, place, { connections, entityId })

  it.each<[string, UrlPlace]>([
    [SSO_URL, 'sso-url'],
    [`  ${SSO_URL}\n`, 'sso-url'],
    ['https://accounts.google.com/o/saml2/idp?idpid=C0acme001', 'sso-url'],
    ['http://localhost:8080/sso', 'sso-url'],
    ['https://[2001:db8::1]/sso', 'sso-url'],
    ['http://www.okta.com/exk1acme0001', 'entity-id'],
    ['urn:acme.eu.auth0.com', 'entity-id'],
    ['JumpCloudAcme', 'entity-id'],
    ['https://app.onelogin.com/saml/metadata/0a1b', 'entity-id'],
    ['https://acme.okta.com/app/exk1/sso/saml/metadata', 'metadata-url'],
    [
      `https://login.microsoftonline.com/${GUID}/federationmetadata/2007-06/federationmetadata.xml`,
      'metadata-url',
    ],
    ['https://login.acme.test/realms/staff/protocol/saml/descriptor', 'metadata-url'],
    ['https://acme.okta.com/oauth2/v1/token', 'endpoint'],
  ])('has nothing to say of %s as %s', (value, place) => {
    expect(check(value, place)).toEqual([])
  })

  it.each<[string, UrlPlace, string]>([
    ['', 'sso-url', 'empty'],
    ['acme.okta.com/sso', 'sso-url', 'url-invalid'],
    ['ftp://acme.test/x', 'metadata-url', 'url-invalid'],
    ['http://acme.okta.com/sso', 'sso-url', 'url-http'],
    ['https://ada:pw@acme.test/sso', 'sso-url', 'url-user-info'],
    ['https://acme.test/sso#top', 'sso-url', 'url-fragment'],
    ['https://acme.test/s so', 'sso-url', 'url-whitespace'],
    [`"${SSO_URL}",`, 'sso-url', 'url-trailing'],
    [`<${SSO_URL}>`, 'sso-url', 'url-trailing'],
    [`${saml.acs_url}/`, 'sso-url', 'url-own-acs'],
    [saml.audience_uri, 'entity-id', 'url-own-audience'],
    [oidc.redirect_url.toUpperCase(), 'issuer', 'url-own-redirect'],
    ['https://acme.okta.com/app/exk1/sso/saml/metadata', 'sso-url', 'url-is-metadata'],
    [SSO_URL, 'metadata-url', 'url-is-sso'],
    ['https://acme-admin.okta.com/app/exk1', 'sso-url', 'url-console'],
    ['https://admin.google.com/ac/apps', 'metadata-url', 'url-console'],
    ['https://{yourDomain}/sso', 'sso-url', 'url-placeholder'],
    ['https://<tenant>.okta.com', 'issuer', 'url-placeholder'],
    ['https://idp.example.com/sso', 'sso-url', 'url-placeholder'],
    ['https://your-company.okta.com/sso', 'sso-url', 'url-placeholder'],
    [`https://acme.test/${'a'.repeat(5000)}`, 'sso-url', 'too-large'],
  ])('notices %s as %s: %s', (value, place, code) => {
    expect(check(value, place).map((one) => one.code)).toEqual([code])
  })

  it('offers what it should be', () => {
    expect(check(`"${SSO_URL}",`, 'sso-url')[0]?.data).toEqual({ rest: '"",', fix: SSO_URL })
    expect(check('https://acme-admin.okta.com', 'issuer')[0]?.data?.['fix']).toBe(
      'https://acme.okta.com/',
    )
    expect(check(SSO_URL, 'sso-url', SSO_URL)).toEqual([
      { severity: 'info', code: 'url-is-sso-and-entity-id' },
    ])
  })
})

describe('checkIssuer', () => {
  it.each([
    'https://acme.okta.com',
    'https://acme.okta.com/oauth2/default',
    'https://acme.eu.auth0.com/',
    `https://login.microsoftonline.com/${GUID}/v2.0`,
    'https://login.acme.test/realms/staff',
  ])('has nothing to say of %s', (value) => {
    expect(checkIssuer(value)).toEqual([])
  })

  it.each([
    [
      'https://acme.okta.com/.well-known/openid-configuration',
      'issuer-well-known',
      'https://acme.okta.com',
    ],
    ['https://acme.test/?x=1', 'issuer-query', 'https://acme.test/'],
    ['https://acme.okta.com/oauth2/v1/authorize', 'issuer-endpoint', 'https://acme.okta.com'],
    [
      'https://login.acme.test/realms/staff/protocol/openid-connect/token',
      'issuer-endpoint',
      'https://login.acme.test/realms/staff',
    ],
    ['https://login.microsoftonline.com/common/v2.0', 'issuer-every-tenant', undefined],
    [
      `https://sts.windows.net/${GUID}/`,
      'issuer-entra-v1',
      `https://login.microsoftonline.com/${GUID}/v2.0`,
    ],
    [
      `https://login.microsoftonline.com/${GUID}/`,
      'issuer-entra-v1',
      `https://login.microsoftonline.com/${GUID}/v2.0`,
    ],
    ['http://acme.okta.com', 'url-http', 'https://acme.okta.com/'],
  ])('notices %s: %s', (value, code, fix) => {
    const [finding, ...more] = checkIssuer(value)
    expect(more).toEqual([])
    expect(finding?.code).toBe(code)
    expect(finding?.data?.['fix']).toBe(fix)
  })

  it('knows what a tenant id looks like', () => {
    expect(checkTenantId(GUID)).toEqual([])
    expect(checkTenantId('organizations')).toMatchObject([{ code: 'issuer-every-tenant' }])
    expect(checkTenantId('acme.onmicrosoft.com')).toMatchObject([{ code: 'tenant-not-guid' }])
    expect(checkTenantId(`https://x.test/${GUID}/v2.0`)).toMatchObject([{ data: { fix: GUID } }])
  })

  it('notices client id and secret the wrong way round, without repeating a secret', () => {
    const secret = 'abc8Q~defghijklmnopqrstuvwxyz0123456789_'
    expect(checkClientId(GUID, secret)).toEqual([])
    expect(checkClientSecret(secret, GUID)).toEqual([])
    expect(checkClientId(secret, GUID)).toMatchObject([{ code: 'client-id-secret' }])
    expect(checkClientSecret(GUID, 'other')).toMatchObject([{ code: 'secret-id' }])
    expect(checkClientSecret(GUID, GUID)).toMatchObject([{ code: 'secret-client-id' }])
    expect(checkClientId('https://acme.test')).toMatchObject([{ code: 'client-id-address' }])
    const all = [...checkClientId(secret, GUID), ...checkClientSecret(GUID, secret)]
    expect(JSON.stringify(all)).not.toContain(secret)
  })
})

describe('discoverIssuer', () => {
  const document = {
    issuer: 'https://acme.test',
    authorization_endpoint: 'https://acme.test/authorize',
    token_endpoint: 'https://acme.test/token',
    jwks_uri: 'https://acme.test/keys',
    scopes_supported: ['openid', 'email', 7],
    claims_supported: ['sub', 'groups'],
  }
  const answering = (body: unknown, status = 200) => ({
    fetch: vi.fn(() =>
      Promise.resolve(
        new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
      ),
    ),
  })

  it('finds endpoints, scopes and claims', async () => {
    const options = answering(document)
    expect(await discoverIssuer(' https://acme.test ', options)).toEqual({
      state: 'found',
      findings: [],
      discovery: {
        issuer: 'https://acme.test',
        authorizationUrl: 'https://acme.test/authorize',
        tokenUrl: 'https://acme.test/token',
        userinfoUrl: '',
        jwksUrl: 'https://acme.test/keys',
        scopes: ['openid', 'email'],
        claims: ['sub', 'groups'],
      },
    })
    expect(options.fetch).toHaveBeenCalledExactlyOnceWith(
      'https://acme.test/.well-known/openid-configuration',
      { credentials: 'omit' },
    )
  })

  it.each([
    [
      'another issuer',
      { ...document, issuer: 'https://other.test' },
      200,
      'discovery-other-issuer',
    ],
    [
      'a slash too many',
      { ...document, issuer: 'https://acme.test/' },
      200,
      'issuer-trailing-slash',
    ],
    ['nothing', 'not here', 404, 'discovery-not-found'],
    ['a page', '<html>', 200, 'discovery-not-json'],
    ['half of it', { ...document, jwks_uri: undefined }, 200, 'discovery-incomplete'],
  ])('says so where there is %s', async (_, body, status, code) => {
    const reading = await discoverIssuer('https://acme.test', answering(body, status))
    expect(reading.state).toBe('wrong')
    expect(reading.findings.map((one) => one.code)).toEqual([code])
  })

  it('draws no conclusion from what the browser may not read', async () => {
    const reading = await discoverIssuer('https://acme.test', {
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    })
    expect(reading).toMatchObject({ state: 'unknown', findings: [{ severity: 'info' }] })
  })

  it('ends when it is not wanted any more', async () => {
    const { signal } = aborted()
    const fetch = () => Promise.reject(new DOMException('Aborted', 'AbortError'))
    await expect(discoverIssuer('https://acme.test', { fetch, signal })).rejects.toThrow('Aborted')
  })
})

function aborted(): AbortController {
  const controller = new AbortController()
  controller.abort()
  return controller
}

describe('the words', () => {
  it('are there for every finding, and for no other', () => {
    expect(Object.keys(ssoFindings.codes).sort()).toEqual([...findingCodes].sort())
    for (const { what, remedy } of Object.values(ssoFindings.codes)) {
      expect(what).toMatch(/\S/)
      expect(remedy).toMatch(/\.$|traditional|print_certs/)
    }
  })
})
