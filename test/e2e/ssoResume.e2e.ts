import type { Page } from '@playwright/test'
import { expect, openTab, signIn, test } from './fixtures.ts'
import { button } from './portal.ts'
import {
  listShown,
  OKTA_METADATA,
  openStep,
  ssoPlace,
  startSetup,
  steps,
  stored,
} from './ssoPages.ts'
import { sso, SSO_PATH, ssoSetup, ssoValues } from './ssoPortal.ts'

test.use({ seed: 'sso-none' })

const SOURCE = 'Bring the details back'

const metadataUrl = (page: Page) =>
  page.getByRole('textbox', { name: ssoValues.saml.metadataUrl, exact: true })

test.describe('a set-up that was left', () => {
  test('goes on in another tab by its link, and in both at once', async ({ page, context }) => {
    await signIn(page, 'admin', SSO_PATH)
    const id = await startSetup(page, 'okta-saml')
    await button(page, ssoSetup.next).click()
    await expect(steps(page).getByRole('button', { name: 'Create the app (Done)' })).toBeVisible()
    await openStep(page, SOURCE)
    await metadataUrl(page).fill('https://northwind.okta.com/app/first/metadata')
    await expect(steps(page).getByText(ssoSetup.unsaved)).toBeVisible()

    const other = await openTab(context, page.url())
    await expect(metadataUrl(other)).toHaveValue('https://northwind.okta.com/app/first/metadata')
    await expect(steps(other).getByRole('button', { name: 'Create the app (Done)' })).toBeVisible()
    await metadataUrl(other).fill('https://northwind.okta.com/app/second/metadata')
    await expect(metadataUrl(page)).toHaveValue('https://northwind.okta.com/app/second/metadata')

    await other.reload()
    await expect(metadataUrl(other)).toHaveValue('https://northwind.okta.com/app/second/metadata')
    await expect(steps(other).locator('[aria-current="step"]')).toContainText(SOURCE)

    await metadataUrl(other).fill(OKTA_METADATA)
    await button(other, ssoSetup.save).click()
    await expect(steps(other).locator('[aria-current="step"]')).toContainText(ssoSetup.test)
    const connection = (await stored()).sso_connections[id]
    expect(connection?.idp_sso_url).toContain('/idp/saml/')
    const kept = await other.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(kept, 'what is saved is kept no longer').not.toContain('/idp/saml/')
  })

  test('goes on from the list at the first step that is not done', async ({ page }) => {
    await signIn(page, 'admin', SSO_PATH)
    await startSetup(page, 'okta-saml')
    await button(page, ssoSetup.next).click()
    await openStep(page, SOURCE)
    await metadataUrl(page).fill('https://northwind.okta.com/app/first/metadata')
    await page.goto(SSO_PATH)
    const table = await listShown(page)
    await table.getByRole('link', { name: sso.list.continueOf('Okta') }).click()
    await expect(steps(page).locator('[aria-current="step"]')).toContainText('Configure SAML')
    await openStep(page, SOURCE)
    await expect(metadataUrl(page)).toHaveValue('https://northwind.okta.com/app/first/metadata')
  })

  test('keeps all but the client secret', async ({ page, context }) => {
    await signIn(page, 'admin', SSO_PATH)
    const id = await startSetup(page, 'custom-oidc')
    await openStep(page, SOURCE)
    await page.getByRole('textbox', { name: 'Client ID' }).fill('client-of-northwind')
    await page.getByLabel('Client secret', { exact: true }).fill('not-to-be-kept-anywhere')
    await expect
      .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
      .toContain('client-of-northwind')
    const link = ssoPlace({ screen: 'setup', connection: id, step: 'source' })
    const other = await openTab(context, link)
    await expect(other.getByRole('textbox', { name: 'Client ID' })).toHaveValue(
      'client-of-northwind',
    )
    await expect(other.getByLabel('Client secret', { exact: true })).toHaveValue('')
    const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])
    for (const tab of [page, other]) {
      expect(await tab.evaluate(kept)).not.toContain('not-to-be-kept-anywhere')
      expect(tab.url()).not.toContain('not-to-be-kept')
    }
  })
})
