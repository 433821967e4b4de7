import type { Locator, Page } from '@playwright/test'
import { EMULATOR_URL } from './addresses.ts'
import { expect, signIn, test } from './fixtures.ts'
import { button, card } from './portal.ts'
import { listShown, steps } from './ssoPages.ts'
import { sso, SSO_PATH, ssoCreate, ssoSetup, ssoTest, ssoValues } from './ssoPortal.ts'

test.use({ seed: 'sso' })

/** Of a provider to which there is no connection yet. */
const METADATA = `${EMULATOR_URL}/idp/saml/typed/metadata`

/** Tabs until the focus is there, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluateAll((found) => found.includes(document.activeElement as HTMLElement)))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 presses of Tab did not reach ${String(target)}.`)
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, button(page, name))
  await page.keyboard.press('Enter')
}

test('single sign-on by keyboard alone: from a new connection to a test that passed', async ({
  page,
}) => {
  test.slow()
  await signIn(page, 'admin', SSO_PATH)
  await listShown(page)
  await press(page, sso.list.new)
  await expect(page.getByRole('heading', { name: ssoCreate.title })).toBeFocused()
  await tabTo(page, page.getByRole('searchbox', { name: ssoCreate.search }))
  await page.keyboard.type('custom saml')
  const choice = page.getByRole('radio', { name: ssoCreate.others['custom-saml'] })
  await tabTo(page, choice)
  await page.keyboard.press('Space')
  await expect(choice).toBeChecked()
  const name = page.getByRole('textbox', { name: ssoCreate.name })
  await tabTo(page, name)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Typed Connection')
  await page.keyboard.press('Enter')

  await expect(
    page.getByRole('heading', { name: ssoSetup.title('Typed Connection') }),
  ).toBeVisible()
  const here = steps(page).locator('[aria-current="step"]')
  const source = page.getByRole('textbox', { name: ssoValues.saml.metadataUrl, exact: true })
  for (const title of [
    'Create a SAML app',
    'Send address and names',
    'Send groups',
    'Check the mapping',
  ]) {
    await expect(here).toContainText(title)
    await press(page, ssoSetup.next)
  }
  await expect(here).toContainText('Bring the details back')
  await expect(page.getByRole('heading', { name: 'Bring the details back' })).toBeVisible()
  await tabTo(page, source)
  await page.keyboard.type(METADATA)
  await press(page, ssoSetup.save)
  await expect(here).toContainText('Assign')
  await press(page, ssoSetup.next)
  await expect(here).toContainText(ssoSetup.test)

  const region = card(page, ssoTest.title)
  const opening = page.waitForEvent('popup')
  await press(page, ssoTest.start)
  const popup = await opening
  const person = popup.getByRole('button', { name: 'Bruno Costa' })
  await expect(person).toBeVisible()
  await tabTo(popup, person)
  await popup.keyboard.press('Enter')
  await expect(region.getByText(ssoTest.passed.title('Bruno Costa'))).toBeVisible()
})
