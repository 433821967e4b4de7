import type { Browser, Locator, Page } from '@playwright/test'
import { en } from 'orgportal/locales/en'
import type { OrgportalControl } from 'orgportal/testing/playwright'
import { DEMO_URL, EMULATOR_URL } from './addresses.ts'
import { expect } from './fixtures.ts'
import { button, card, dialog, editCard, pick } from './portal.ts'

export const {
  sso,
  ssoCertificates,
  ssoConnection,
  ssoCreate,
  ssoGuides,
  ssoRoles,
  ssoSetup,
  ssoTest,
  ssoValues,
} = en

export const SSO_PATH = '/settings/sso'

/** The way back of sign-ins, as the demo has it. */
const RETURN_URL = `${DEMO_URL}/authenticate`

interface NewConnection {
  /** As the cards call it. */
  provider: string
  protocol?: keyof typeof ssoCreate.protocols
  name: string
}

/** Makes a connection and arrives at the first step of its guide. Gives its id. */
export async function createSso(page: Page, given: NewConnection): Promise<string> {
  await button(page, sso.list.new).click()
  await page.getByRole('radio', { name: given.provider, exact: true }).check()
  if (given.protocol) {
    const protocol = ssoCreate.protocols[given.protocol]
    await page.getByRole('radio', { name: protocol, exact: true }).check()
  }
  await page.getByRole('textbox', { name: ssoCreate.name }).fill(given.name)
  await button(page, ssoCreate.submitAndGuide).click()
  await expect(page.getByRole('heading', { name: ssoSetup.title(given.name) })).toBeVisible()
  return connectionIdOf(page)
}

/** The connection that the address names. */
export function connectionIdOf(page: Page): string {
  const id = new URL(page.url()).searchParams.get('portal.connection')
  if (id === null) throw new Error(`${page.url()} names no connection.`)
  return id
}

/** The step of the guide that is open. */
export async function expectStep(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
}

/** Ticks steps in the provider's console off and goes on, one after the other. */
export async function followSteps(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    await expectStep(page, title)
    await page.getByRole('checkbox', { name: ssoSetup.ticked }).check()
    await button(page, ssoSetup.next).click()
  }
}

/** Goes on; what was typed in the step is saved. */
export async function saveStep(page: Page): Promise<void> {
  await button(page, ssoSetup.save).click()
}

/** Presses the button that copies a value, and gives what was copied. */
export async function copied(scope: Page | Locator, label: string): Promise<string> {
  const page = 'page' in scope ? scope.page() : scope
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await button(scope, label).click()
  const read = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(read).not.toBe('')
  return read()
}

/** The page of an emulated identity provider from which an administrator copies, in a tab of its own. */
export async function openProvider(
  page: Page,
  protocol: 'saml' | 'oidc',
  idp: string,
): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(`${EMULATOR_URL}/idp/${protocol}/${idp}`)
  return tab
}

/** Begins a test sign-in and gives its window, once the identity provider asks there who one is. */
export async function beginTest(page: Page, region: Locator): Promise<Page> {
  const opening = page.waitForEvent('popup')
  await region.getByRole('button', { name: TEST_BUTTON }).click()
  const popup = await opening
  await expect(popup.getByRole('heading', { name: /^Sign in with / })).toBeVisible()
  return popup
}

const TEST_BUTTON = new RegExp(`^(${ssoTest.start}|${ssoTest.again})$`)

/** Somebody at an identity provider. With groups they are typed in, and are in these groups from then on. */
export interface Person {
  name: string
  email?: string
  groups?: readonly string[]
}

/** Says at the identity provider who one is. */
export async function signInAtProvider(page: Page, { name, email, groups }: Person): Promise<void> {
  if (email === undefined) {
    await page.getByRole('button', { name }).click()
    return
  }
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true })
  await field('Email address').fill(email)
  await field('Name').fill(name)
  await field('Groups, with commas between').fill(groups?.join(', ') ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Makes a test sign-in in a window of its own and waits until it has passed. */
export async function passTest(page: Page, person: Person): Promise<Locator> {
  const region = card(page, ssoTest.title)
  const popup = await beginTest(page, region)
  const closed = popup.waitForEvent('close')
  await signInAtProvider(popup, person)
  await expect(region.getByText(ssoTest.passed.title(person.name))).toBeVisible()
  await closed
  return region
}

/** A row of the outcome of a test sign-in: roles, groups. */
export function outcomeRow(region: Locator, label: string): Locator {
  return region.locator(`dt:text-is("${label}") + dd`)
}

/** Gives the roles of one group, reviews and saves them. */
export async function giveRolesByGroup(
  page: Page,
  group: string,
  roles: readonly string[],
): Promise<void> {
  const form = await editCard(page, ssoRoles.title)
  await button(form, ssoRoles.addGroup).click()
  await form.getByRole('combobox', { name: ssoRoles.groupName(1) }).fill(group)
  await pick(form, ssoRoles.of(group), [...roles])
  await button(form, ssoRoles.review).click()
  const review = dialog(page, ssoRoles.reviewTitle)
  for (const role of roles) {
    await expect(review.getByText(ssoRoles.gives(group, role))).toBeVisible()
  }
  await button(review, ssoRoles.save).click()
  await expect(page.getByText(ssoRoles.saved(0, 1))).toBeVisible()
}

/** A browser of somebody else, in which nobody is signed in. */
export async function otherBrowser(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: DEMO_URL })
  return context.newPage()
}

/** Goes to the identity provider by a connection, as from the product's sign-in page, and says who one is. */
export async function goThrough(
  page: Page,
  orgportal: OrgportalControl,
  connectionId: string,
  person: Person,
): Promise<void> {
  const { public_token } = await orgportal.state()
  const query = new URLSearchParams({
    connection_id: connectionId,
    public_token,
    login_redirect_url: RETURN_URL,
    signup_redirect_url: RETURN_URL,
  })
  await page.goto(`${EMULATOR_URL}/v1/public/sso/start?${query.toString()}`)
  await signInAtProvider(page, person)
}

/** The same, and arrives in the product. */
export async function signInThrough(
  page: Page,
  orgportal: OrgportalControl,
  connectionId: string,
  person: Person,
): Promise<void> {
  await goThrough(page, orgportal, connectionId, person)
  await expect(button(page, 'Sign out')).toBeVisible()
}

/** Whether this person sees the organization's connections, and changes none: what the role of an auditor allows. */
export async function expectAuditor(page: Page, connection: string): Promise<void> {
  await page.goto(SSO_PATH)
  await expect(page.getByRole('link', { name: connection, exact: true })).toBeVisible()
  await expect(button(page, sso.list.new)).toBeDisabled()
}
