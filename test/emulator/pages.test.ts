// @vitest-environment jsdom
import axe from 'axe-core'
import { createEmulator } from 'orgportal/emulator'
import type { Emulator, EmulatorOptions } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'

interface Page {
  status: number
  headers: Headers
  document: Document
  text: string
}

async function open(emulator: Emulator, path: string, init: RequestInit = {}): Promise<Page> {
  const response = await emulator.fetch(emulator.baseUrl + path, {
    ...init,
    headers: { accept: 'text/html,application/xhtml+xml' },
  })
  const source = await response.text()
  const document = new DOMParser().parseFromString(source, 'text/html')
  return {
    status: response.status,
    headers: response.headers,
    document,
    text: textOf(document),
  }
}

function textOf(document: Document): string {
  return document.querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? ''
}

/** What axe finds wrong, less what needs a layout to be seen. */
async function violations(page: Page): Promise<string[]> {
  const { documentElement: root } = document
  root.replaceWith(document.importNode(page.document.documentElement, true))
  const { violations: found } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false } },
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

function links({ document }: Page): string[] {
  return [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
}

/** An emulator with a mail and a text message in its inbox. */
function withMessages(options: EmulatorOptions = {}): Emulator {
  const emulator = createEmulator(options)
  emulator.createMagicLink('admin')
  emulator.data.inbox.push({
    message_id: 'message-test-code',
    channel: 'sms',
    template: 'sms_otp',
    to: '+46701740605',
    subject: '',
    text: 'Your code is 123456.',
    code: '123456',
    sent_at: '2030-01-01T00:00:00Z',
  })
  return emulator
}

describe('the start page', () => {
  it('says what is running, who can sign in, and what was sent', async () => {
    const emulator = withMessages({
      seed: 'scim',
      latency: 0,
      faults: [{ method: 'GET', path: '/sdk/v1/b2b/sso', status: 500 }],
    })
    const page = await open(emulator, '/')
    expect(page.status).toBe(200)
    for (const fact of [
      emulator.baseUrl,
      emulator.publicToken,
      emulator.data.project.project_id,
      emulator.data.project.secret,
      'GET /sdk/v1/b2b/sso',
      'scim',
      'Ada Lovelace',
      'Northwind Robotics',
      'Northwind Okta',
      'Text message to +46701740605',
    ]) {
      expect(page.text).toContain(fact)
    }
    expect(page.text.indexOf('Text message to')).toBeLessThan(
      page.text.indexOf('Your sign-in link'),
    )
  })

  it('is a text for whoever does not ask for a page', async () => {
    const emulator = createEmulator()
    const response = await emulator.fetch(emulator.baseUrl)
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(await response.text()).toMatch(
      /Public token {4}public-token-test-[\s\S]*admin +Ada Lovelace/,
    )
  })

  it('signs a person in by a button: a link in the inbox, followed to the app', async () => {
    const emulator = createEmulator()
    const page = await open(emulator, '/')
    const button = page.document.querySelector('button[name=person]')
    const response = await emulator.fetch(`${emulator.baseUrl}/sign-in`, {
      method: 'POST',
      body: `person=${button?.getAttribute('value') ?? ''}`,
    })
    expect(response.status).toBe(303)
    const location = new URL(response.headers.get('location') ?? '')
    expect(location.origin + location.pathname).toBe('http://localhost:3000/authenticate')
    expect(location.searchParams.get('token')).toBe(emulator.inbox[0]?.token)
    const nobody = await open(emulator, '/sign-in', { method: 'POST', body: 'person=nobody' })
    expect([nobody.status, nobody.text]).toEqual([404, expect.stringContaining('no persona')])
  })
})

describe('the page of an organization', () => {
  it('lists members with roles and factors, and finds some of them', async () => {
    const emulator = createEmulator({ seed: 'mfa' })
    const page = await open(emulator, '/organizations/northwind')
    expect(page.text).toContain('REQUIRED_FOR_ALL')
    expect(page.text).toContain('phone +46701740600')
    expect(page.text).toMatch(/authenticator app, secret [A-Z2-7]{32}/)
    const some = await open(emulator, '/organizations/northwind?q=GRACE')
    expect(some.document.querySelectorAll('li.row')).toHaveLength(1)
    expect((await open(emulator, '/organizations/nowhere')).status).toBe(404)
  })

  it('offers no sign-in as somebody deleted, and shows no more than fits', async () => {
    const emulator = createEmulator({ seed: 'ten-thousand-members' })
    const page = await open(emulator, '/organizations/northwind')
    expect(page.text).toContain('The first 100 of 10000')
    const soren = await open(emulator, '/organizations/northwind?q=soren.krogh')
    expect(soren.text).toContain('deleted')
    expect(soren.document.querySelector('button[name=person]')).toBeNull()
  })
})

describe('the inbox', () => {
  it('shows a message with its link, or its code', async () => {
    const emulator = withMessages()
    const [mail] = emulator.inbox
    const list = await open(emulator, '/inbox')
    expect(links(list)).toContain('/inbox/message-test-code')
    const mailPage = await open(emulator, `/inbox/${mail?.message_id ?? ''}`)
    expect(links(mailPage)).toContain(mail?.url)
    const text = await open(emulator, '/inbox/message-test-code')
    expect(text.document.querySelector('.code')?.textContent).toBe('123456')
    expect((await open(emulator, '/inbox/nothing')).status).toBe(404)
  })

  it('can be emptied', async () => {
    const emulator = withMessages()
    const response = await emulator.fetch(`${emulator.baseUrl}/inbox/empty`, { method: 'POST' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/inbox'])
    expect((await open(emulator, '/inbox')).text).toContain('Nothing was sent yet')
  })
})

describe('each page', () => {
  const paths = [
    '/',
    '/organizations/northwind',
    '/inbox',
    '/inbox/message-test-code',
    '/inbox/none',
  ]

  it.each(paths)('is accessible, and needs no script: %s', async (path) => {
    const page = await open(withMessages({ seed: 'mfa' }), path)
    expect(await violations(page)).toEqual([])
    expect(page.document.querySelectorAll('script')).toHaveLength(0)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.document.querySelector('h1')?.textContent).not.toBe('')
  })

  it('shows what people wrote as text, never as markup', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&'
    const emulator = withMessages()
    const [organization] = Object.values(emulator.data.organizations)
    const [persona] = emulator.data.personas
    const [member] = Object.values(emulator.data.members)
    if (!organization || !persona || !member) throw new Error('The seed is empty.')
    Object.assign(organization, { organization_name: evil })
    Object.assign(persona, { name: evil, description: evil })
    Object.assign(member, { name: evil })
    Object.assign(emulator.data.inbox[0] ?? {}, {
      subject: evil,
      text: evil,
      to: evil,
      url: 'javascript:alert(1)',
    })
    const message = emulator.inbox[0]?.message_id ?? ''
    for (const path of [
      '/',
      '/organizations/northwind',
      `/organizations/northwind?q=${encodeURIComponent(evil)}`,
      '/inbox',
      `/inbox/${message}`,
    ]) {
      const page = await open(emulator, path)
      expect(page.document.querySelectorAll('img, [onerror]')).toHaveLength(0)
      expect(links(page).filter((link) => link.startsWith('javascript:'))).toEqual([])
      expect(page.document.documentElement.textContent).toContain(path === '/inbox' ? evil : '<img')
    }
  })
})
