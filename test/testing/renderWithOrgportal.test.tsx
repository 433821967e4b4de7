import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { createContext, StrictMode, useContext, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import {
  useMember,
  useOrganization,
  usePermission,
  useScimConnection,
  useSessionEndReason,
} from 'orgportal/hooks'
import { renderWithOrgportal } from 'orgportal/testing'

function Greeting() {
  const member = useMember()
  const reason = useSessionEndReason()
  return <p>{member ? `Hello ${member.name}` : `Nobody (${reason?.type ?? 'yet'})`}</p>
}

function Connection() {
  const { data, error } = useScimConnection()
  return <p>{error ? 'failed' : (data?.display_name ?? 'reading')}</p>
}

describe('renderWithOrgportal', () => {
  it('renders for the admin of the sample when nothing is said', async () => {
    const { requests } = await renderWithOrgportal(<Greeting />)
    expect(screen.getByText('Hello Ada Lovelace')).toBeVisible()
    expect(requests()).toEqual([])
  })

  it('renders for a persona of a seed, and for nobody', async () => {
    await renderWithOrgportal(<Greeting />, { seed: 'agency', persona: 'colleague' })
    expect(screen.getByText('Hello Dario Conti')).toBeVisible()
    await renderWithOrgportal(<Greeting />, { persona: null })
    expect(screen.getByText('Nobody (yet)')).toBeVisible()
  })

  it('renders for a world of one’s own', async () => {
    await renderWithOrgportal(<Greeting />, {
      seed: {
        organizations: [
          {
            organization_name: 'Acme',
            members: [{ name: 'Ana', email_address: 'ana@acme.example', persona: 'ana' }],
          },
        ],
      },
      persona: 'ana',
    })
    expect(screen.getByText('Hello Ana')).toBeVisible()
  })

  it('switches to another persona and to nobody', async () => {
    const { as } = await renderWithOrgportal(<Greeting />)
    await as('auditor')
    expect(screen.getByText('Hello Aiko Tanaka')).toBeVisible()
    await as(null)
    expect(screen.getByText('Nobody (revoked)')).toBeVisible()
  })

  it('says what was asked', async () => {
    const { requests } = await renderWithOrgportal(<Connection />, { seed: 'scim' })
    expect(await screen.findByText('Northwind Okta directory')).toBeVisible()
    expect(requests()).toEqual(['GET /b2b/scim'])
  })

  it('has faults strike what is rendered, and not the sign-in', async () => {
    await renderWithOrgportal(<Connection />, {
      seed: 'scim',
      faults: [{ path: '*', status: 418, error_type: 'teapot' }],
    })
    expect(await screen.findByText('failed')).toBeVisible()
  })

  it('lets time pass', async () => {
    const { client, emulator } = await renderWithOrgportal(<Greeting />)
    emulator.clock.advance(61 * 60_000)
    await act(async () => {
      await expect(client.self.get()).rejects.toThrow()
    })
    expect(await screen.findByText(/^Nobody/)).toBeVisible()
  })

  it('opens another tab, which follows a sign-out', async () => {
    const { as, inAnotherTab } = await renderWithOrgportal(<Greeting />)
    await inAnotherTab(<Greeting />)
    expect(screen.getAllByText('Hello Ada Lovelace')).toHaveLength(2)
    await as(null)
    await waitFor(() => expect(screen.getAllByText(/^Nobody/)).toHaveLength(2))
  })

  it('opens another browser, for somebody else on the same data', async () => {
    const { client, inAnotherBrowser } = await renderWithOrgportal(<Greeting />)
    const other = await inAnotherBrowser(<Greeting />, 'auditor')
    expect(screen.getByText('Hello Ada Lovelace')).toBeVisible()
    expect(screen.getByText('Hello Aiko Tanaka')).toBeVisible()
    await act(() => client.organization.update({ organization_name: 'Northwind' }))
    expect(await other.client.organization.get()).toMatchObject({ organization_name: 'Northwind' })
  })

  it('takes the host’s wrapper inside of the providers, and its QueryClient', async () => {
    const Plan = createContext('')
    function PlanProvider({ children }: { children: ReactNode }) {
      const name = useOrganization()?.organization_name ?? ''
      return <Plan value={`${name} pays`}>{children}</Plan>
    }
    const ShowPlan = () => <p>{useContext(Plan)}</p>
    const queryClient = new QueryClient()
    const { unmount, ...view } = await renderWithOrgportal(
      <>
        <ShowPlan />
        <Connection />
      </>,
      { seed: 'scim', wrapper: PlanProvider, queryClient },
    )
    expect(view.queryClient).toBe(queryClient)
    expect(screen.getByText('Northwind Robotics pays')).toBeVisible()
    await screen.findByText('Northwind Okta directory')
    unmount()
    await Promise.resolve()
    expect(queryClient.getQueryCache().getAll()).toHaveLength(1)
  })

  it('knows the policy at the first render', async () => {
    const answers: boolean[] = []
    function Ask() {
      answers.push(usePermission('stytch.scim', 'create').allowed)
      return null
    }
    await renderWithOrgportal(<Ask />)
    expect(answers[0]).toBe(true)
  })

  it('leaves nothing behind after Testing Library’s cleanup', async () => {
    const { queryClient } = await renderWithOrgportal(<Connection />, { seed: 'scim' })
    await screen.findByText('Northwind Okta directory')
    expect(queryClient.getQueryCache().getAll()).toHaveLength(1)
    cleanup()
    await Promise.resolve()
    expect(queryClient.getQueryCache().getAll()).toHaveLength(0)
  })

  it('lives through StrictMode, where effects run twice', async () => {
    const { queryClient } = await renderWithOrgportal(
      <StrictMode>
        <Connection />
      </StrictMode>,
      { seed: 'scim', reactStrictMode: true },
    )
    expect(await screen.findByText('Northwind Okta directory')).toBeVisible()
    expect(queryClient.getQueryCache().getAll()).toHaveLength(1)
  })

  it('says so when there is no such persona', async () => {
    await expect(renderWithOrgportal(<Greeting />, { persona: 'ceo' })).rejects.toThrow(/ceo/)
  })
})
