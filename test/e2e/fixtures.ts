import type { BrowserContext, Page } from '@playwright/test'
import { expect, test as base, type OrgportalControl } from 'orgportal/testing/playwright'
import { connectEmulator, type ScimTarget } from 'orgportal/testing'
import { DEMO_URL, direct, EMULATOR_URL } from './addresses.ts'

export const DIRECTORY_PATH = '/settings/directory'

interface Fixtures {
  /** Fails the test when a page throws or logs an error that the test did not announce. */
  pageErrors: string[]
}

export const test = base.extend<Fixtures>({
  emulatorUrl: [EMULATOR_URL, { scope: 'worker' }],
  appUrl: [DEMO_URL, { scope: 'worker' }],
  pageErrors: [
    async ({ context }, use) => {
      const errors: string[] = []
      context.on('weberror', (error) => errors.push(error.error().message))
      await use(errors)
      expect(errors, 'errors that pages threw').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Opens a page of the console by a magic link of this persona, as from their inbox. */
export async function signIn(page: Page, persona: string, path = DIRECTORY_PATH): Promise<void> {
  const { token, token_type } = await connectEmulator(direct(EMULATOR_URL)).magicLink(persona)
  const [pathname, query = ''] = path.split('?')
  const params = new URLSearchParams(query)
  params.set('stytch_token_type', token_type)
  params.set('token', token)
  await page.goto(`${pathname}?${params.toString()}`)
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** The one active SCIM connection, as a directory that was given address and token knows it. */
export async function scimTarget(orgportal: OrgportalControl): Promise<ScimTarget> {
  const [connection] = await orgportal.scimConnections()
  if (!connection) throw new Error('There is no active SCIM connection.')
  return connection
}

/** A further tab of the same browser. */
export async function openTab(context: BrowserContext, path = DIRECTORY_PATH): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  return page
}
