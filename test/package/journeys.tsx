import { QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query'
import { StrictMode, Suspense, useEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { createEmulator, EMULATOR_PUBLIC_TOKEN } from 'orgportal/emulator'
import {
  Authorized,
  OrgportalProvider,
  scimQueries,
  useMagicLinksAuthenticate,
  useMember,
  useOrganization,
  useOrganizationUpdate,
  useOrgportalClient,
  usePermission,
  useScimConnection,
  useScimUpdateConnection,
} from 'orgportal/hooks'

/**
 * A page that uses the hooks as an app does, in StrictMode, and then says what it has seen: `react.test.ts` builds it
 * with each React that the package works with.
 */

type Facts = Record<string, unknown>

/** What a component tells of itself while it is rendered, and what it can do. */
interface Shown {
  text: () => string
  history: string[]
  unmount: () => void
}

async function open(who = 'admin') {
  const emulator = createEmulator({ seed: 'scim' })
  const client = createB2BClient(EMULATOR_PUBLIC_TOKEN, {
    baseUrl: emulator.baseUrl,
    fetch: emulator.fetch,
    storage: createMemoryStorage(),
  })
  const queryClient = new QueryClient()
  const signIn = (persona: string) =>
    client.magicLinks.authenticate({
      magic_links_token: emulator.createMagicLink(persona).token,
      session_duration_minutes: 60,
    })
  if (who) {
    await signIn(who)
    await client.rbac.allPermissions()
  }
  const show = (children: ReactNode): Shown => {
    const element = document.body.appendChild(document.createElement('div'))
    const history: string[] = []
    const watcher = new MutationObserver(() => {
      if (history.at(-1) !== element.textContent) history.push(element.textContent)
    })
    watcher.observe(element, { childList: true, subtree: true, characterData: true })
    const root = createRoot(element)
    root.render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <OrgportalProvider client={client}>{children}</OrgportalProvider>
        </QueryClientProvider>
      </StrictMode>,
    )
    return {
      text: () => element.textContent,
      history,
      unmount: () => {
        watcher.disconnect()
        root.unmount()
        element.remove()
      },
    }
  }
  return { emulator, client, signIn, show, sent: () => emulator.requests.length }
}

async function until(holds: () => boolean, what: string) {
  const end = Date.now() + 10_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`)
    await new Promise((done) => setTimeout(done, 10))
  }
}

/** Hands over, after each render, what a test wants to call. */
function Handle<T>({ value, to }: { value: T; to: (value: T) => void }): ReactNode {
  useEffect(() => {
    to(value)
  })
  return null
}

const journeys: Record<string, () => Promise<Facts>> = {
  async readsAndWrites() {
    const { show, sent } = await open()
    let rename = (_name: string) => {}
    const Connection = () => {
      const { data } = useScimConnection()
      const { mutate } = useScimUpdateConnection()
      const to = (name: string) => {
        mutate({ connection_id: data?.connection_id ?? '', display_name: name })
      }
      return (
        <>
          {data?.display_name}
          <Handle value={to} to={(value) => (rename = value)} />
        </>
      )
    }
    const { text, unmount } = show(<Connection />)
    await until(() => text() !== '', 'the connection is read')
    const read = text()
    const before = sent()
    rename('Renamed')
    await until(() => text() === 'Renamed', 'the new name is shown')
    await new Promise((done) => setTimeout(done, 100))
    const facts = { read, written: text(), requests: sent() - before }
    unmount()
    return facts
  },

  async showsWhatWillBe() {
    const { show, emulator } = await open()
    let rename = (_name: string) => {}
    const Name = () => {
      const { mutate } = useOrganizationUpdate()
      const to = (organization_name: string) => {
        mutate({ organization_name })
      }
      return (
        <>
          {useOrganization()?.organization_name}
          <Handle value={to} to={(value) => (rename = value)} />
        </>
      )
    }
    const { text, history, unmount } = show(<Name />)
    await until(() => text() !== '', 'the name is shown')
    const before = text()
    emulator.faults.add({ method: 'PUT', path: '*', status: 500 })
    rename('Expected')
    await until(() => history.includes('Expected'), 'it is shown before it is done')
    await until(() => text() === before, 'it is taken back')
    unmount()
    return { before, history }
  },

  async permits() {
    const { show, signIn } = await open('auditor')
    const May = () => {
      const { status, explain } = usePermission('stytch.scim', 'delete')
      return (
        <>
          {status}{' '}
          {explain()
            .rolesThatGrant.map((role) => role.role_id)
            .join(', ')}{' '}
          <Authorized resource="stytch.scim" action="delete" fallback="no">
            yes
          </Authorized>
        </>
      )
    }
    const { text, unmount } = show(<May />)
    await until(() => text() !== '', 'something is shown')
    const auditor = text()
    await signIn('admin')
    await until(() => text() !== auditor, 'the other is asked about')
    const admin = text()
    unmount()
    return { auditor, admin }
  },

  async suspends() {
    const { show } = await open()
    const Connection = () => {
      const client = useOrgportalClient()
      return useSuspenseQuery(scimQueries.connection(client)).data?.display_name
    }
    const { text, history, unmount } = show(
      <Suspense fallback="reading">
        <Connection />
      </Suspense>,
    )
    await until(() => text().includes('Okta'), 'the connection is read')
    unmount()
    return { history }
  },

  async followsTheSession() {
    const { show, signIn } = await open('admin')
    const Who = () => (
      <>
        {useMember()?.name}: {useScimConnection().data?.display_name ?? 'nothing'}
      </>
    )
    const { text, history, unmount } = show(<Who />)
    await until(() => text().includes('Okta'), 'the connection is read')
    const before = history.length
    await signIn('member')
    await until(() => text().startsWith('Mia'), 'the other member is shown')
    await new Promise((done) => setTimeout(done, 100))
    unmount()
    return { after: history.slice(before) }
  },

  async signsInOnMount() {
    const { show, emulator } = await open('')
    const { token } = emulator.createMagicLink('member')
    const SignIn = () => {
      const { mutate, status } = useMagicLinksAuthenticate()
      useEffect(() => {
        mutate({ magic_links_token: token, session_duration_minutes: 60 })
      }, [mutate])
      return (
        <>
          {useMember()?.name} {status}
        </>
      )
    }
    const { text, unmount } = show(<SignIn />)
    await until(() => text().startsWith('Mia'), 'somebody is signed in')
    await until(() => !text().includes('pending'), 'it is done')
    const facts = {
      text: text(),
      sent: emulator.requests.filter(({ path }) => path.endsWith('magic_links/authenticate'))
        .length,
    }
    unmount()
    return facts
  },
}

const seen: Record<string, Facts> = {}
for (const [name, journey] of Object.entries(journeys)) {
  seen[name] = await journey().catch((error: unknown) => ({ error: String(error) }))
}
const report = document.body.appendChild(document.createElement('pre'))
report.id = 'seen'
report.textContent = JSON.stringify(seen)
