import { describe, expect, it } from 'vitest'
import { createFactories } from 'orgportal/testing'
import type { OidcSsoConnection, SamlSsoConnection } from '../../src/components/sso/connections.ts'
import { clashesOf } from '../../src/components/sso/values/clashes.ts'
import { checkOidcSource } from '../../src/components/sso/values/checkOidcSource.ts'
import {
  checkMapping,
  fillMapping,
  mappingChanges,
  mappingRowsOf,
  receivedFor,
  unusedReceived,
} from '../../src/components/sso/values/mapping.ts'
import {
  breaksOidc,
  issuerOf,
  oidcSourceChanges,
  oidcSourceOf,
  typedIssuer,
} from '../../src/components/sso/values/oidcSource.ts'
import { checkSamlSource, readSamlSource } from '../../src/components/sso/values/readSamlSource.ts'
import {
  breaksSaml,
  samlSourceChanges,
  samlSourceDiffers,
  samlSourceOf,
} from '../../src/components/sso/values/samlSource.ts'
import {
  NO_OIDC_SOURCE,
  NO_SAML_SOURCE,
  type OidcSource,
  type SamlSource,
} from '../../src/components/sso/values/sourceValues.ts'
import { withoutPrivateKeys } from '../../src/components/sso/values/withoutPrivateKeys.ts'
import { metadataOf, SIGNING_1, SIGNING_2, SIGNING_BEFORE } from './ssoValuesSamples.ts'

const factories = createFactories()

function saml(overrides: Partial<SamlSsoConnection> = {}): SamlSsoConnection {
  return {
    ...factories.createSamlConnection(),
    saml_encryption_private_keys: [],
    ...overrides,
    protocol: 'saml',
  }
}

function oidc(overrides: Partial<OidcSsoConnection> = {}): OidcSsoConnection {
  const { client_secret: _secret, ...connection } = factories.createOidcConnection()
  return { ...connection, has_client_secret: true, ...overrides, protocol: 'oidc' }
}

/** Of which nothing is told yet. */
const newSaml = (overrides: Partial<SamlSsoConnection> = {}) =>
  saml({
    status: 'pending',
    idp_entity_id: '',
    idp_sso_url: '',
    verification_certificates: [],
    attribute_mapping: {},
    ...overrides,
  })

const source = (part: Partial<SamlSource>): SamlSource => ({ ...NO_SAML_SOURCE, ...part })
const typed = (part: Partial<OidcSource>): OidcSource => ({ ...NO_OIDC_SOURCE, ...part })

const withCertificates = (...pems: string[]) => ({
  verification_certificates: pems.map((certificate, index) => ({
    ...factories.createX509Certificate(),
    certificate_id: `saml-verification-key-test-${String(index)}`,
    certificate,
  })),
})

describe('what a SAML identity provider told', () => {
  it('begins with the way that the provider does best, and by hand once something is stored', () => {
    expect(samlSourceOf(newSaml())).toEqual({ ...NO_SAML_SOURCE, mode: 'url' })
    expect(samlSourceOf(newSaml(), ['file', 'manual']).mode).toBe('file')
    const stored = saml({ idp_entity_id: 'urn:idp', idp_sso_url: 'https://idp.test/sso' })
    expect(samlSourceOf(stored, ['file', 'manual'])).toEqual({
      ...NO_SAML_SOURCE,
      mode: 'manual',
      entityId: 'urn:idp',
      ssoUrl: 'https://idp.test/sso',
    })
  })

  it('sends the address of the metadata and nothing else', async () => {
    const connection = newSaml()
    const value = source({
      mode: 'url',
      metadataUrl: ' https://idp.test/metadata ',
      entityId: 'left over from another way',
    })
    expect(await samlSourceChanges(connection, value)).toEqual({
      type: 'url',
      input: {
        connection_id: connection.connection_id,
        metadata_url: 'https://idp.test/metadata',
      },
    })
  })

  it('sends what was read from the XML: the first certificate with it, each further one by itself', async () => {
    const connection = newSaml()
    const { connection_id } = connection
    const xml = metadataOf({
      entityId: 'https://idp.test',
      certificates: [SIGNING_1, SIGNING_2],
    })
    const changes = await samlSourceChanges(connection, source({ mode: 'file', metadataXml: xml }))
    expect(changes).toMatchObject({
      type: 'values',
      inputs: [
        {
          connection_id,
          idp_entity_id: 'https://idp.test',
          idp_sso_url: 'https://idp.test/sso',
          x509_certificate: SIGNING_1,
        },
        { connection_id, x509_certificate: SIGNING_2 },
      ],
    })
  })

  it('does not send what is there already, however the certificate is written', async () => {
    const connection = saml({
      idp_entity_id: 'https://idp.test',
      idp_sso_url: 'https://idp.test/sso',
      ...withCertificates(SIGNING_1),
    })
    const bare = SIGNING_1.replace(/-----[A-Z ]+-----|\n/g, '')
    const same = { ...samlSourceOf(connection), certificate: bare }
    expect(await samlSourceChanges(connection, same)).toBeNull()
    const more = { ...same, certificate: SIGNING_1 + SIGNING_2 }
    expect(await samlSourceChanges(connection, more)).toEqual({
      type: 'values',
      inputs: [{ connection_id: connection.connection_id, x509_certificate: SIGNING_2 }],
    })
  })

  it('leaves alone what was emptied, and what only somebody else changed', async () => {
    const base = saml({ idp_entity_id: 'urn:a', idp_sso_url: 'https://idp.test/a' })
    const theirs = saml({ ...base, idp_entity_id: 'urn:theirs' })
    const mine = { ...samlSourceOf(base), ssoUrl: 'https://idp.test/b' }
    expect(await samlSourceChanges(theirs, mine, base)).toEqual({
      type: 'values',
      inputs: [{ connection_id: base.connection_id, idp_sso_url: 'https://idp.test/b' }],
    })
    expect(await samlSourceChanges(base, { ...samlSourceOf(base), entityId: ' ' })).toBeNull()
    expect(samlSourceDiffers(base, { ...samlSourceOf(base), entityId: ' ' })).toBe(false)
  })

  it('has several identity providers of one document chosen from', async () => {
    const connection = newSaml()
    const metadataXml = metadataOf(
      { entityId: 'https://one.test', certificates: [SIGNING_1] },
      { entityId: 'https://two.test', certificates: [SIGNING_2] },
    )
    const context = { connection, siblings: [] }
    const open = source({ mode: 'file', metadataXml })
    const reading = await readSamlSource(open, context)
    expect(reading.entityIds).toEqual(['https://one.test', 'https://two.test'])
    expect(reading.metadata).toBeNull()
    expect(await samlSourceChanges(connection, open)).toBeNull()
    const chosen = { ...open, chosenIdp: 'https://two.test' }
    expect((await readSamlSource(chosen, context)).metadata?.entityId).toBe('https://two.test')
    expect(await samlSourceChanges(connection, chosen)).toMatchObject({
      inputs: [{ idp_entity_id: 'https://two.test', x509_certificate: SIGNING_2 }],
    })
  })

  it('notices what is pasted in the wrong field, and says in which', async () => {
    const connection = newSaml()
    const findings = await checkSamlSource(
      source({
        mode: 'manual',
        ssoUrl: connection.acs_url,
        entityId: 'urn:idp',
        certificate: 'not a certificate',
      }),
      { connection, siblings: [] },
    )
    expect(findings.map(({ field, severity }) => `${field} ${severity}`)).toEqual([
      'ssoUrl error',
      'certificate error',
    ])
  })

  it('asks for a certificate only where none is stored', async () => {
    const value = source({ mode: 'manual', ssoUrl: 'https://idp.test/sso', entityId: 'urn:idp' })
    const check = async (connection: SamlSsoConnection) =>
      (await checkSamlSource(value, { connection, siblings: [] })).map(({ field }) => field)
    expect(await check(newSaml())).toEqual(['certificate'])
    expect(await check(saml(withCertificates(SIGNING_1)))).toEqual([])
  })

  it('warns of a certificate that is over where another in the metadata is valid', async () => {
    const expired = async (...certificates: string[]) => {
      const metadataXml = metadataOf({ entityId: 'https://idp.test', certificates })
      const { findings } = await readSamlSource(source({ mode: 'file', metadataXml }), {
        connection: newSaml(),
        siblings: [],
        now: Date.parse('2030-01-01T00:00:00Z'),
      })
      return findings
    }
    expect(await expired(SIGNING_BEFORE, SIGNING_1)).toMatchObject([
      { code: 'certificate-expired', severity: 'warning' },
    ])
    expect(await expired(SIGNING_BEFORE)).toMatchObject([
      { code: 'certificate-expired', severity: 'error' },
    ])
  })

  it('calls a change breaking only where people sign in by it, and never an added certificate', () => {
    const active = saml({ idp_entity_id: 'urn:a', idp_sso_url: 'https://idp.test/a' })
    const value = samlSourceOf(active)
    expect(breaksSaml(active, { ...value, entityId: 'urn:b' }, null)).toBe(true)
    expect(breaksSaml(active, { ...value, certificate: SIGNING_1 }, null)).toBe(false)
    expect(
      breaksSaml(saml({ ...active, status: 'pending' }), { ...value, entityId: 'urn:b' }, null),
    ).toBe(false)
  })

  it('keeps no private key', () => {
    const key = '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\n'
    expect(withoutPrivateKeys(key + SIGNING_1)).toBe(SIGNING_1)
    expect(withoutPrivateKeys('-----BEGIN PRIVATE KEY-----\nabc')).toBe('')
    expect(withoutPrivateKeys(SIGNING_1)).toBe(SIGNING_1)
  })
})

const ENTRA = 'https://login.microsoftonline.com/{}/v2.0'
const TENANT = '3f1c1a52-8d5e-4d1c-9f58-5a0d6a4a9b11'

describe('what an OIDC identity provider told', () => {
  it('takes a tenant id for the issuer that it makes, and shows it back', () => {
    const issuer = `https://login.microsoftonline.com/${TENANT}/v2.0`
    expect(issuerOf(` ${TENANT} `, ENTRA)).toBe(issuer)
    expect(issuerOf(issuer, ENTRA)).toBe(issuer)
    expect(issuerOf('', ENTRA)).toBe('')
    expect(typedIssuer(issuer, ENTRA)).toBe(TENANT)
    for (const other of ['', 'https://idp.test', 'https://login.microsoftonline.com/v2.0']) {
      expect(typedIssuer(other, ENTRA)).toBe(other)
    }
  })

  it('never knows the secret, and keeps the stored one where none is typed', () => {
    const connection = oidc()
    expect(oidcSourceOf(connection).clientSecret).toBe('')
    expect(oidcSourceChanges(connection, oidcSourceOf(connection))).toBeNull()
    const value = { ...oidcSourceOf(connection), clientSecret: ' s3cret ' }
    expect(oidcSourceChanges(connection, value)).toEqual({
      connection_id: connection.connection_id,
      client_secret: 's3cret',
    })
  })

  it('sends addresses only when they are typed', () => {
    const connection = oidc()
    const value = { ...oidcSourceOf(connection), tokenUrl: 'https://idp.test/token' }
    expect(oidcSourceChanges(connection, value)).toBeNull()
    expect(oidcSourceChanges(connection, { ...value, manual: true })).toEqual({
      connection_id: connection.connection_id,
      token_url: 'https://idp.test/token',
    })
  })

  it('sends all typed addresses with a new issuer, which would else be asked for them', () => {
    const connection = oidc()
    const changes = oidcSourceChanges(connection, {
      ...oidcSourceOf(connection),
      issuer: 'https://new.test',
      manual: true,
    })
    expect(changes).toEqual({
      connection_id: connection.connection_id,
      issuer: 'https://new.test',
      authorization_url: connection.authorization_url,
      token_url: connection.token_url,
      userinfo_url: connection.userinfo_url,
      jwks_url: connection.jwks_url,
    })
  })

  it('sends further scopes each once, and takes them back', () => {
    const connection = oidc({ custom_scopes: 'groups' })
    const { connection_id } = connection
    const changed = (customScopes: string) =>
      oidcSourceChanges(connection, { ...oidcSourceOf(connection), customScopes })
    expect(changed(' groups ')).toBeNull()
    expect(changed('groups, offline_access groups')).toEqual({
      connection_id,
      custom_scopes: 'groups offline_access',
    })
    expect(changed('')).toEqual({ connection_id, custom_scopes: '' })
  })

  it('leaves what only somebody else changed', () => {
    const base = oidc({ client_id: 'mine' })
    const theirs = oidc({ ...base, client_id: 'theirs' })
    expect(oidcSourceChanges(theirs, oidcSourceOf(base), { base })).toBeNull()
  })

  it('asks for a secret where none is stored, and notices one in the wrong field', () => {
    const fields = (connection: OidcSsoConnection, value: OidcSource) =>
      checkOidcSource(value, { connection }).map(({ field, code }) => `${field} ${code}`)
    const value = typed({ issuer: 'https://idp.acme.dev', clientId: 'client' })
    expect(fields(oidc(), value)).toEqual([])
    expect(fields(oidc({ has_client_secret: false }), value)).toEqual(['clientSecret empty'])
    expect(fields(oidc(), { ...value, clientSecret: TENANT })).toEqual(
      ['clientSecret secret-id', 'clientId client-id-secret'].sort(),
    )
  })

  it('checks a tenant id as such', () => {
    const check = (issuer: string) =>
      checkOidcSource(typed({ issuer, clientId: 'client' }), {
        connection: oidc(),
        issuerTemplate: ENTRA,
      }).map(({ code }) => code)
    expect(check(TENANT)).toEqual([])
    expect(check('contoso')).toEqual(['tenant-not-guid'])
  })

  it('calls a new issuer or client breaking, and a new secret not', () => {
    const connection = oidc()
    const { connection_id } = connection
    expect(breaksOidc(connection, { connection_id, client_id: 'other' })).toBe(true)
    expect(breaksOidc(connection, { connection_id, client_secret: 'other' })).toBe(true)
    expect(breaksOidc(connection, { connection_id, custom_scopes: 'groups' })).toBe(false)
    expect(breaksOidc(connection, null)).toBe(false)
  })
})

const rows = (mapping: Record<string, string>) =>
  Object.entries(mapping).map(([key, value]) => ({ key, value }))

const STORED = { email: 'NameID', first_name: 'first', last_name: 'last', team: 'dept' }

describe('the attribute mapping', () => {
  it('shows known names first, and what is usual where nothing is stored', () => {
    const connection = saml({
      attribute_mapping: { team: 'dept', last_name: 'l', first_name: 'f', email: 'NameID' },
    })
    expect(mappingRowsOf(connection).map(({ key }) => key)).toEqual([
      'email',
      'first_name',
      'last_name',
      'team',
    ])
    const usual = { mapping: { email: 'NameID', full_name: 'cn' } }
    expect(mappingRowsOf(newSaml(), usual)).toEqual(rows(usual.mapping))
    expect(mappingRowsOf(newSaml())).toEqual(rows({ email: '', first_name: '', last_name: '' }))
  })

  it('is sent as a whole without what is empty, and not at all when it is the same', () => {
    const connection = saml({ attribute_mapping: STORED })
    const { connection_id } = connection
    expect(mappingChanges(connection, rows({ ...STORED, groups: ' ' }))).toBeNull()
    expect(mappingChanges(connection, rows({ ...STORED, groups: 'memberOf' }))).toEqual({
      connection_id,
      attribute_mapping: { ...STORED, groups: 'memberOf' },
    })
  })

  it('lets the old name of a renamed attribute go', () => {
    const { team: _team, ...rest } = STORED
    const connection = saml({ attribute_mapping: STORED })
    const changes = mappingChanges(connection, rows({ ...rest, squad: 'dept' }))
    expect(changes?.attribute_mapping).toEqual({ ...rest, squad: 'dept' })
  })

  it('keeps what somebody else changed meanwhile', () => {
    const theirs = saml({ attribute_mapping: { ...STORED, email: 'mail', office: 'city' } })
    const changes = mappingChanges(theirs, rows({ ...STORED, team: 'unit' }), STORED)
    expect(changes?.attribute_mapping).toEqual({
      ...STORED,
      email: 'mail',
      office: 'city',
      team: 'unit',
    })
  })

  it.each([
    ['nothing', { email: 'e', full_name: 'n' }, []],
    ['nothing, with first and last name', { email: 'e', first_name: 'f', last_name: 'l' }, []],
    ['no address', { email: ' ', full_name: 'n' }, ['email-missing']],
    ['half a name', { email: 'e', first_name: 'f', last_name: '' }, ['name-missing']],
    ['a malformed name', { email: 'e', full_name: 'n', '9 lives': 'x' }, ['key-malformed']],
    ['a custom one without value', { email: 'e', full_name: 'n', team: '' }, ['value-missing']],
  ])('says what is wrong: %s', (_what, mapping, codes) => {
    const findings = checkMapping(rows(mapping), { protocol: 'saml' })
    expect(findings.map(({ code }) => code)).toEqual(codes)
  })

  it('refuses a name twice, in the second place', () => {
    const twice = [
      ...rows({ email: 'e', full_name: 'n' }),
      ...rows({ team: 'a' }),
      ...rows({ team: 'b' }),
    ]
    expect(checkMapping(twice, { protocol: 'saml' })).toEqual([
      { severity: 'error', code: 'key-twice', row: 3 },
    ])
  })

  it('demands nothing of OIDC, and warns where group roles lose their groups', () => {
    expect(checkMapping([], { protocol: 'oidc' })).toEqual([])
    const named = rows({ email: 'e', full_name: 'n' })
    const codes = checkMapping(named, { protocol: 'saml', groupsNeeded: true })
    expect(codes).toEqual([{ severity: 'warning', code: 'groups-needed', row: null }])
  })

  it('fills what is empty, or replaces what is known', () => {
    const usual = { email: 'NameID', first_name: 'fn', last_name: 'ln' }
    const mine = rows({ email: 'mail', first_name: '', team: 'dept' })
    expect(fillMapping(mine, usual, 'empty')).toEqual(
      rows({ email: 'mail', first_name: 'fn', last_name: 'ln', team: 'dept' }),
    )
    expect(fillMapping(mine, usual, 'all')).toEqual(
      rows({ email: 'NameID', first_name: 'fn', last_name: 'ln', team: 'dept' }),
    )
    const named = rows({ email: 'mail', full_name: 'cn' })
    expect(fillMapping(named, usual, 'empty')).toEqual(named)
  })

  it('finds what came in a test by their name, by ours, or by the usual claim', () => {
    const received = { mail: 'ada@x.test', first_name: 'Ada', family_name: 'Lovelace', shoe: '38' }
    expect(receivedFor({ key: 'email', value: 'mail' }, received, 'saml')).toBe('ada@x.test')
    expect(receivedFor({ key: 'first_name', value: 'fn' }, received, 'saml')).toBe('Ada')
    expect(receivedFor({ key: 'last_name', value: '' }, received, 'oidc')).toBe('Lovelace')
    expect(receivedFor({ key: 'groups', value: 'toString' }, received, 'saml')).toBeUndefined()
    expect(
      unusedReceived(rows({ email: 'mail', first_name: 'fn', last_name: '' }), received, 'oidc'),
    ).toEqual(['shoe'])
  })
})

describe('what somebody else changed meanwhile', () => {
  it('is told only where the two differ', () => {
    const base = { a: '1', b: '1', c: '1' }
    const clashes = clashesOf({
      keys: ['a', 'b', 'c'],
      base,
      theirs: { a: '2', b: '2', c: '1' },
      mine: { a: '3', b: ' 2', c: '3' },
    })
    expect(clashes).toEqual([{ key: 'a', theirs: '2', mine: '3' }])
  })
})
