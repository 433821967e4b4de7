import { expect, type Locator, type Page } from '@playwright/test'
import type { OrgportalControl } from 'orgportal/testing/playwright'
import { en } from 'orgportal/locales/en'
import { direct, EMULATOR_URL } from './addresses.ts'
import { button } from './portal.ts'
import { sso, SSO_PATH, ssoCreate, ssoSetup } from './ssoPortal.ts'

export const { ssoFindings, ssoLockOut, ssoSwitchOn } = en

/** Metadata of the emulated Okta, as an admin of it copies the address. */
export const OKTA_METADATA = `${EMULATOR_URL}/idp/saml/okta-northwind/metadata`

/** A place inside the part, by the parameters of its address. */
export function ssoPlace(params: Record<string, string> = {}): string {
  const query = Object.entries(params).map(([name, value]) => [`portal.${name}`, value])
  return query.length === 0 ? SSO_PATH : `${SSO_PATH}?${new URLSearchParams(query)}`
}

/** Waits for the list of connections. */
export async function listShown(page: Page): Promise<Locator> {
  const table = page.getByRole('table', { name: sso.list.caption })
  await expect(table).toBeVisible()
  return table
}

/** Makes a connection in the portal, stands at the first step of its guide, and gives its id. */
export async function startSetup(page: Page, choice: string): Promise<string> {
  await page.goto(ssoPlace({ screen: 'new', choice }))
  // Those that have a provider's name are called by it already.
  const name = page.getByRole('textbox', { name: ssoCreate.name })
  if (choice.startsWith('custom')) await name.fill('Another provider')
  await button(page, ssoCreate.submitAndGuide).click()
  await expect(steps(page)).toBeVisible()
  const id = new URL(page.url()).searchParams.get('portal.connection')
  if (id === null) throw new Error('The address names no connection.')
  return id
}

/** The list of steps of the wizard. */
export function steps(page: Page): Locator {
  return page.getByRole('navigation', { name: ssoSetup.label })
}

/** Opens a step by its title. */
export async function openStep(page: Page, title: string): Promise<void> {
  const step = steps(page).getByRole('button', { name: title })
  await step.click()
  await expect(step).toHaveAttribute('aria-current', 'step')
}

/** What is said of what was noticed, with the names in it. */
export function findingText(
  code: keyof typeof ssoFindings.codes,
  data: Record<string, string> = {},
) {
  const { what }: { what: string } = ssoFindings.codes[code]
  return what.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole)
}

/** Everything that was written about connections or the organization, as "PUT /b2b/sso/saml/…" less the ids. */
export async function writes(orgportal: OrgportalControl): Promise<string[]> {
  return (await apiRequests(orgportal)).filter((one) => !one.startsWith('GET'))
}

/** All requests of the portal to the API since the seed, less the ids and the searches that only read. */
export async function apiRequests(orgportal: OrgportalControl): Promise<string[]> {
  return (await orgportal.requests())
    .filter(({ method, path }) => method !== 'OPTIONS' && path.startsWith('/sdk/v1/'))
    .map(({ method, path }) => `${method} ${withoutIds(path.slice('/sdk/v1'.length))}`)
}

const withoutIds = (path: string) => path.replace(/\/[a-z0-9-]*[0-9a-f]{12}(?=\/|$)/g, '/*')

interface Snapshot {
  sso_connections: Record<string, StoredSso>
  members: Record<string, { name: string; email_address: string; is_breakglass: boolean }>
  organizations: Record<string, StoredOrganization>
}

interface StoredSso {
  connection_id: string
  display_name: string
  status: string
  idp_sso_url?: string
  verification_certificates?: { certificate: string }[]
}

interface StoredOrganization {
  organization_name: string
  organization_slug: string
  auth_methods: string
  allowed_auth_methods: string[]
}

const SNAPSHOT = `${direct(EMULATOR_URL)}/_emulator/snapshot`

/** What the emulator has stored. */
export async function stored(): Promise<Snapshot> {
  return (await (await fetch(SNAPSHOT)).json()) as Snapshot
}

/** Changes what is stored, behind the portal's back. */
export async function changeStored(change: (data: Snapshot) => void): Promise<void> {
  const data = await stored()
  change(data)
  const answer = await fetch(SNAPSHOT, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(data),
  })
  expect(answer.ok).toBe(true)
}

/** The stored connection of that name. */
export async function storedConnection(name: string): Promise<StoredSso> {
  const found = Object.values((await stored()).sso_connections).find(
    ({ display_name }) => display_name === name,
  )
  if (!found) throw new Error(`There is no connection called ${name}.`)
  return found
}

/** The organization of the tests, out of what is stored. */
export function northwind({ organizations }: Snapshot): StoredOrganization {
  const found = Object.values(organizations).find((one) => one.organization_slug === 'northwind')
  if (!found) throw new Error('There is no Northwind.')
  return found
}
