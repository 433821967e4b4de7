import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDraftStore } from '../../src/components/sso/setup/createDraftStore.ts'
import {
  applySource,
  holdsPrivateKey,
  mergeDrafts,
  NO_DRAFT,
  readDraft,
  sourceEdits,
  withoutSection,
  writeDraft,
  type SetupDraft,
} from '../../src/components/sso/setup/draft.ts'
import { draftKey, dropDrafts } from '../../src/components/sso/setup/draftKeys.ts'
import { NO_OIDC_SOURCE, NO_SAML_SOURCE } from '../../src/components/sso/values/sourceValues.ts'

const DAY = 24 * 60 * 60 * 1000
const draft = (fields: SetupDraft['fields']): SetupDraft => ({ fields, bases: {} })

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a draft', () => {
  it('comes back as it was kept', () => {
    const typed: SetupDraft = {
      fields: {
        'source.issuer': { value: 'https://a.example', at: 5 },
        'done.app': { value: true, at: 6 },
        mapping: { value: [{ key: 'email', value: 'NameID' }], at: 7 },
      },
      bases: { source: 'before' },
    }
    expect(readDraft(writeDraft(typed), 8)).toEqual(typed)
  })

  it.each([
    null,
    '',
    '{',
    '7',
    '[]',
    'null',
    '{"version":2,"fields":{"guide":{"value":"okta-saml","at":1}}}',
    '{"version":1,"fields":{"source.clientSecret":{"value":"x","at":1}}}',
    '{"version":1,"fields":{"source.issuer":{"value":7,"at":1},"mapping":{"value":[1],"at":1}}}',
    '{"version":1,"fields":[],"bases":null}',
  ])('is none where %j is kept', (kept) => {
    expect(readDraft(kept, 2).fields).toEqual({})
  })

  it('is dropped 30 days after the last edit', () => {
    const kept = writeDraft(draft({ 'source.issuer': { value: 'a', at: DAY } }))
    expect(readDraft(kept, 31 * DAY)).not.toBe(NO_DRAFT)
    expect(readDraft(kept, 31 * DAY + 1)).toBe(NO_DRAFT)
  })

  it('takes the later edit of each field from two tabs', () => {
    const one = draft({
      'source.issuer': { value: 'first', at: 1 },
      'source.clientId': { value: 'newer', at: 9 },
    })
    const other = draft({
      'source.issuer': { value: 'second', at: 2 },
      'source.clientId': { value: 'older', at: 3 },
    })
    for (const merged of [mergeDrafts(one, other), mergeDrafts(other, one)]) {
      expect(merged.fields['source.issuer']?.value).toBe('second')
      expect(merged.fields['source.clientId']?.value).toBe('newer')
    }
  })

  it('lays what was typed over what is saved, and takes a secret from nowhere', () => {
    const typed = draft({ 'source.issuer': { value: 'typed', at: 1 } })
    const stored = { ...NO_OIDC_SOURCE, issuer: 'saved', clientId: 'kept' }
    expect(applySource(stored, typed)).toEqual({ ...stored, issuer: 'typed' })
    expect(sourceEdits(stored, { ...stored, clientSecret: 'hush', manual: true })).toEqual([
      ['source.manual', true],
    ])
  })

  it('forgets a section when it is saved, save what was typed since', () => {
    const typed: SetupDraft = {
      fields: {
        'source.ssoUrl': { value: 'a', at: 1 },
        'source.entityId': { value: 'b', at: 5 },
        mapping: { value: [], at: 1 },
      },
      bases: { source: 'x', mapping: 'y' },
    }
    expect(withoutSection(typed, 'source', 3)).toEqual({
      fields: { 'source.entityId': { value: 'b', at: 5 }, mapping: { value: [], at: 1 } },
      bases: { mapping: 'y' },
    })
  })
})

describe('private keys', () => {
  it.each([
    '-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----',
    'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ==',
    'MIIEpAIBAAKCAQEA7bq2Vw==',
  ])('are seen in %j', (text) => {
    expect(holdsPrivateKey(text)).toBe(true)
    const typed = draft({
      'source.certificate': { value: text, at: 1 },
      'source.ssoUrl': { value: 'https://a.example', at: 1 },
    })
    expect(writeDraft(typed)).not.toContain(text.slice(0, 12))
    expect(writeDraft(typed)).toContain('https://a.example')
  })

  it('are not seen in a certificate', () => {
    expect(holdsPrivateKey('MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQG')).toBe(
      false,
    )
    expect(holdsPrivateKey('-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+g')).toBe(false)
  })
})

describe('the store of a draft', () => {
  it('writes a moment after the last key, and at once when the page goes', () => {
    vi.useFakeTimers()
    const store = createDraftStore(localStorage, 'k')
    const leave = store.subscribe(() => {})
    store.edit([['source.issuer', 'a']])
    expect(localStorage.getItem('k')).toBeNull()
    vi.advanceTimersByTime(300)
    expect(localStorage.getItem('k')).toContain('"a"')
    store.edit([['source.issuer', 'ab']])
    window.dispatchEvent(new Event('pagehide'))
    expect(localStorage.getItem('k')).toContain('"ab"')
    leave()
  })

  it('takes over what another tab writes, and keeps what is not written yet', () => {
    let time = 1
    const mine = createDraftStore(localStorage, 'k', () => time)
    const theirs = createDraftStore(localStorage, 'k', () => time)
    const leave = mine.subscribe(() => {})
    mine.edit([['source.clientId', 'mine']])
    time = 2
    theirs.edit([['source.issuer', 'theirs']])
    theirs.flush()
    window.dispatchEvent(new StorageEvent('storage', { key: 'k' }))
    const { fields } = mine.get().draft
    expect([fields['source.clientId']?.value, fields['source.issuer']?.value]).toEqual([
      'mine',
      'theirs',
    ])
    leave()
    expect(localStorage.getItem('k')).toMatch(/mine.*theirs|theirs.*mine/)
  })

  it.each([
    [
      'full',
      {
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError')
        },
      },
    ],
    [
      'blocked',
      {
        getItem: () => {
          throw new DOMException('no', 'SecurityError')
        },
        setItem: () => {
          throw new DOMException('no', 'SecurityError')
        },
      },
    ],
  ])('says so where the storage is %s, and keeps it in memory', (_name, broken) => {
    const storage = { getItem: () => null, removeItem: () => {}, ...broken }
    const store = createDraftStore(storage, 'k')
    store.edit([['source.issuer', 'a']])
    store.flush()
    store.edit([['source.clientId', 'b']])
    store.flush()
    expect(store.get().kept).toBe(false)
    expect(Object.keys(store.get().draft.fields).sort()).toEqual([
      'source.clientId',
      'source.issuer',
    ])
  })

  it('leaves nothing behind once all is saved', () => {
    const store = createDraftStore(localStorage, 'k')
    store.edit(sourceEdits(NO_SAML_SOURCE, { ...NO_SAML_SOURCE, metadataUrl: 'https://a.example' }))
    store.rebase('source', 'print')
    store.flush()
    expect(localStorage.getItem('k')).not.toBeNull()
    store.clear('source')
    expect(localStorage.getItem('k')).toBeNull()
  })
})

describe('old drafts', () => {
  it('go with their connection and with age, and others stay', () => {
    const owner = { publicToken: 't', memberId: 'm' }
    const kept = (at: number) => writeDraft(draft({ 'source.issuer': { value: 'a', at } })) ?? ''
    const now = 40 * DAY
    localStorage.setItem(draftKey(owner, 'there'), kept(now))
    localStorage.setItem(draftKey(owner, 'gone'), kept(now - DAY))
    localStorage.setItem(draftKey(owner, 'just-made-elsewhere'), kept(now - 1000))
    localStorage.setItem(draftKey({ ...owner, memberId: 'n' }, 'x'), kept(now - DAY))
    localStorage.setItem(draftKey({ ...owner, memberId: 'n' }, 'old'), kept(DAY))
    localStorage.setItem('other', 'kept')
    dropDrafts(localStorage, owner, ['there'], now)
    expect(Object.keys(localStorage).sort()).toEqual([
      'orgportal:sso-setup:t:m:just-made-elsewhere',
      'orgportal:sso-setup:t:m:there',
      'orgportal:sso-setup:t:n:x',
      'other',
    ])
  })
})
