import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { emulatorControl, type EmulatorControl } from './emulator.ts'

export const DIRECTORY_PATH = '/settings/directory'

interface Fixtures {
  /** Name of the emulator's seed; `test.use({ seed: 'scim' })` chooses another. */
  seed: string
  /** The emulator, freshly seeded. */
  emulator: EmulatorControl
  /** Fails the test when a page throws or logs an error that the test did not announce. */
  pageErrors: string[]
}

export const test = base.extend<Fixtures>({
  seed: ['sample', { option: true }],
  emulator: [
    async ({ seed }, use) => {
      await emulatorControl.seed(seed)
      await use(emulatorControl)
    },
    { auto: true },
  ],
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
  const { token, token_type } = await emulatorControl.magicLink(persona)
  const [pathname, query = ''] = path.split('?')
  const params = new URLSearchParams(query)
  params.set('stytch_token_type', token_type)
  params.set('token', token)
  await page.goto(`${pathname}?${params.toString()}`)
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** A further tab of the same browser. */
export async function openTab(context: BrowserContext, path = DIRECTORY_PATH): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  return page
}
