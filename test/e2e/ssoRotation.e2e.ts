import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { button, card, dialog, ui } from './portal.ts'
import {
  connectionIdOf,
  copied,
  goThrough,
  openProvider,
  otherBrowser,
  signInThrough,
  SSO_PATH,
  ssoCertificates,
} from './ssoPortal.ts'

const BRUNO = { name: 'Bruno Costa' }
const OLD = 'Emulated identity provider'
const NEW = 'Emulated okta-northwind'

test.describe('a certificate of the identity provider', () => {
  test.use({ seed: 'sample' })

  test('is replaced while people go on signing in', async ({ page, browser, orgportal }) => {
    test.setTimeout(120_000)
    await signIn(page, 'admin', SSO_PATH)
    await page.getByRole('link', { name: 'Northwind Okta' }).click()
    const region = card(page, ssoCertificates.title)
    await expect(rows(page)).toHaveCount(1)
    const connectionId = connectionIdOf(page)
    const okta = await openProvider(page, 'saml', 'okta-northwind')

    /** Whoever signs in now gets in, in a browser of their own. */
    async function expectSignInWorks() {
      const person = await otherBrowser(browser)
      await signInThrough(person, orgportal, connectionId, BRUNO)
      await person.context().close()
    }

    await test.step('before anything is done', expectSignInWorks)

    await test.step('a next one is there at the provider, which still signs with the old one', async () => {
      await button(okta, 'Make a new certificate beside it').click()
      await expect(button(okta, 'Sign with it')).toBeVisible()
      await expectSignInWorks()
    })

    await test.step('the next one is added, and both are valid', async () => {
      await button(region, ssoCertificates.add).click()
      const adding = dialog(page, ssoCertificates.adding.title)
      const text = adding.getByRole('textbox', { name: ssoCertificates.adding.text })
      await text.fill(await copied(next(okta), 'Copy certificate'))
      await expect(adding.getByText(NEW).first()).toBeVisible()
      await button(adding, ssoCertificates.adding.save(1)).click()
      await expect(region.getByText(ssoCertificates.added(1))).toBeVisible()
      await expect(region.getByText(ssoCertificates.rotating(2))).toBeVisible()
      await expectSignInWorks()
    })

    await test.step('the provider signs with the next one', async () => {
      await button(next(okta), 'Sign with it').click()
      await expect(next(okta)).toContainText('Answers are signed with it')
      await expectSignInWorks()
    })

    await test.step('the old one is removed', async () => {
      await button(region, ui.actionsFor(OLD)).click()
      await page.getByRole('menuitem', { name: ssoCertificates.remove }).click()
      const removing = dialog(page, ssoCertificates.removing.title(1))
      await expect(removing.getByText(OLD)).toBeVisible()
      await button(removing, ssoCertificates.removing.confirm).click()
      await expect(region.getByText(ssoCertificates.removed(1))).toBeVisible()
      await expect(rows(page)).toHaveCount(1)
      await expect(rows(page)).toContainText(NEW)
      await expectSignInWorks()
    })

    await test.step('and counts no more', async () => {
      await button(okta, 'Sign with it').click()
      await expect(next(okta)).toContainText('Published, not used')
      const person = await otherBrowser(browser)
      await goThrough(person, orgportal, connectionId, BRUNO)
      await expect(person.getByText('invalid_signature_saml_response').first()).toBeVisible()
    })
  })
})

/** The certificates of the connection. */
function rows(page: Page) {
  const table = page.getByRole('table', { name: ssoCertificates.title })
  return table.getByRole('row').filter({ has: page.getByRole('cell') })
}

/** The second certificate on the provider's own page. */
function next(okta: Page) {
  return okta.getByRole('listitem').nth(1)
}
