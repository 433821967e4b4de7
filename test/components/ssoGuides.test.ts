import { describe, expect, it } from 'vitest'
import { en } from '../../src/components/i18n/en.ts'
import { mergeMessages } from '../../src/components/i18n/messages.ts'
import { loadGuide } from '../../src/components/sso/guides/loadGuide.ts'
import { readInstruction } from '../../src/components/sso/guides/readInstruction.ts'
import { guideIdOf, guideProtocols, ssoProviders } from '../../src/components/sso/providers.ts'

const ids = ssoProviders.flatMap((provider) =>
  guideProtocols[provider].map((protocol) => guideIdOf(provider, protocol)),
)
const all = await Promise.all(ids.map(loadGuide))
const guides = all.map(({ guide, words }) => ({ id: guide.id, guide, words }))

it('has 25 guides, each under its own id', () => {
  expect(ids).toHaveLength(25)
  expect(guides.map(({ id }) => id)).toEqual(ids)
})

it('refuses a guide that there is not', async () => {
  // An address may say anything.
  const id: string = 'okta-ldap'
  await expect(loadGuide(id as 'okta-saml')).rejects.toThrow('There is no guide okta-ldap.')
})

describe.each(guides)('$id', ({ id, guide, words }) => {
  const copies = guide.steps.flatMap((step) => step.copy ?? [])
  const pictures = guide.steps.flatMap((step) => step.picture ?? [])
  const sentences = Object.values(words.steps).flatMap((step) => [
    step.title,
    ...step.instructions,
    step.note ?? '',
  ])

  it('has four to eight steps with words, and no words without a step', () => {
    const steps = guide.steps.map((step) => step.id)
    expect(new Set(steps).size).toBe(steps.length)
    // These two are the wizard's own.
    expect(steps).not.toContain('test')
    expect(steps).not.toContain('finish')
    expect(steps.length).toBeGreaterThanOrEqual(4)
    expect(steps.length).toBeLessThanOrEqual(8)
    expect(Object.keys(words.steps).sort()).toEqual([...steps].sort())
    for (const step of Object.values(words.steps)) {
      expect(step.title).not.toBe('')
      expect(step.instructions.length).toBeGreaterThan(0)
      expect(new Set(step.instructions).size).toBe(step.instructions.length)
    }
  })

  it('labels every value to copy, and has a text for each that is fixed', () => {
    const unique = new Set(copies.map((copy) => copy.id))
    expect(unique.size).toBe(copies.length)
    expect([...unique].sort()).toEqual(Object.keys(words.values).sort())
    const texts = copies.filter((copy) => copy.is === 'text').map((copy) => copy.id)
    expect(Object.keys(words.texts ?? {}).sort()).toEqual(texts.sort())
  })

  it('hands over everything that its protocol needs', () => {
    const kinds = new Set(copies.map((copy) => copy.is))
    if (id.endsWith('-saml')) {
      expect(kinds).toContain('acs-url')
      expect(kinds).toContain('audience-uri')
      expect(kinds).not.toContain('redirect-url')
    } else {
      expect([...kinds].filter((kind) => kind !== 'text')).toEqual(['redirect-url'])
    }
  })

  it('brings back what its protocol needs, once', () => {
    const forms = guide.steps.flatMap((step) => step.form ?? [])
    expect([...forms].sort()).toEqual(['mapping', 'source'])
    if (id.endsWith('-saml')) {
      expect(guide.source).toContain('manual')
      expect(words.fields).toMatchObject({
        ssoUrl: expect.any(String) as string,
        entityId: expect.any(String) as string,
        certificate: expect.any(String) as string,
      })
      expect('metadataUrl' in words.fields).toBe(guide.source?.includes('url'))
    } else {
      expect(guide.source).toBeUndefined()
      expect(Object.keys(words.fields).sort()).toEqual(['clientId', 'clientSecret', 'issuer'])
    }
  })

  it('maps an address and a name, and knows how groups are called', () => {
    const { email, first_name, last_name, full_name } = guide.mapping
    expect(email).toBe(id.endsWith('-saml') ? 'NameID' : 'email')
    expect(full_name ?? (first_name && last_name)).toBeTruthy()
    expect(guide.groups === null).toBe(words.steps['groups'] === undefined)
  })

  it('says who must be assigned', () => {
    expect(sentences.join(' ')).toMatch(/sign-in fails|not verified is refused/)
  })

  it('draws labels that are there and fit', () => {
    const drawn = new Set(pictures.flatMap(({ labels }) => labels))
    expect([...drawn].sort()).toEqual(Object.keys(words.pictures ?? {}).sort())
    for (const { type, labels, at } of pictures) {
      if (at !== undefined) expect(labels).toContain(at)
      for (const label of labels) {
        const [name = '', content = ''] = (words.pictures?.[label] ?? '').split(' = ')
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(widest[type])
        expect(content.length).toBeLessThanOrEqual(40)
      }
    }
  })

  it('speaks the way the portal does', () => {
    expect(words.console).not.toMatch(/^the /i)
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/please|oops|simply|!|screenshot/i)
      // Every mark has its fellow.
      const text = readInstruction(sentence).map((piece) =>
        piece.type === 'text' ? piece.text : '',
      )
      expect(text.join('')).not.toMatch(/[*`]/)
    }
  })

  it('can be overridden by the host, in its own words', () => {
    const [step = ''] = Object.keys(words.steps)
    const mine = mergeMessages(words, { steps: { [step]: { title: 'Mine' } } })
    expect(mine.steps[step]).toEqual({ ...words.steps[step], title: 'Mine' })
    expect(en.ssoGuides[id]).toBe(words)
  })
})

/** How many letters a label may have: what the drawing has room for. */
const widest = { menu: 21, attributes: 16, values: 27, assign: 20, form: 44 }

describe('readInstruction', () => {
  it('knows labels, ways through menus, and what is typed', () => {
    expect(readInstruction('Open *Apps > Web*, then enter `.*` here.')).toEqual([
      { type: 'text', text: 'Open ' },
      { type: 'path', labels: ['Apps', 'Web'] },
      { type: 'text', text: ', then enter ' },
      { type: 'code', text: '.*' },
      { type: 'text', text: ' here.' },
    ])
  })

  it('leaves everything else as it is', () => {
    for (const text of ['', '2 * 3 > 5', 'one ` alone', '<b>bold</b> & [link](javascript:1)']) {
      expect(readInstruction(text)).toEqual(text === '' ? [] : [{ type: 'text', text }])
    }
  })

  it('keeps markup inside a label as text', () => {
    expect(readInstruction('*<img src=x onerror=alert(1)>*')).toEqual([
      { type: 'path', labels: ['<img src=x onerror=alert(1)>'] },
    ])
  })
})
