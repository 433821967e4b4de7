import type { Page } from '@playwright/test'
import type { OrgportalControl } from 'orgportal/testing/playwright'
import { expect, signIn, test } from './fixtures.ts'
import { button } from './portal.ts'
import {
  findingText,
  openStep,
  ssoFindings,
  startSetup,
  steps,
  stored,
  storedConnection,
  writes,
} from './ssoPages.ts'
import { SSO_PATH, ssoSetup, ssoValues } from './ssoPortal.ts'

test.use({ seed: 'sso' })

const SOURCE = 'Bring the details back'
const { saml } = ssoValues

/** The step of a new connection in which the provider's values are brought back. */
async function openSource(page: Page, choice: string): Promise<string> {
  await signIn(page, 'admin', SSO_PATH)
  const id = await startSetup(page, choice)
  await openStep(page, SOURCE)
  return id
}

async function chooseWay(page: Page, way: keyof typeof saml.ways): Promise<void> {
  await page.getByRole('radio', { name: saml.ways[way].title }).check()
}

/** Tries to save: nothing is sent, what to do is said, and the step stays. */
async function expectRefused(page: Page, orgportal: OrgportalControl): Promise<void> {
  const before = await writes(orgportal)
  await button(page, ssoSetup.save).click()
  await expect(page.getByText(ssoSetup.refused.title)).toBeVisible()
  await expect(steps(page).locator('[aria-current="step"]')).toContainText(SOURCE)
  expect(await writes(orgportal), 'what was sent').toEqual(before)
}

const ENTITIES = `<?xml version="1.0"?>
<!DOCTYPE md:EntityDescriptor [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.northwind.example">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="&secret;"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`

const WEB_PAGE = `<!doctype html>
<html lang="en"><head><title>Sign in</title></head><body><form>Sign in to go on</form></body></html>`

const PRIVATE_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgNotARealKeyNotARealKey
-----END PRIVATE KEY-----`

test.describe('what is pasted is looked at before anything is sent', () => {
  for (const [what, text, code] of [
    ['metadata with a DTD and entities', ENTITIES, 'metadata-doctype'],
    ['a web page', WEB_PAGE, 'metadata-html'],
  ] as const) {
    test(`${what} in place of metadata`, async ({ page, orgportal }) => {
      await openSource(page, 'custom-saml')
      await chooseWay(page, 'file')
      const field = page.getByRole('textbox', { name: saml.metadataPaste })
      await field.fill(text)
      await expect(page.getByText(findingText(code))).toBeVisible()
      await expect(page.getByText(ssoFindings.codes[code].remedy)).toBeVisible()
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expectRefused(page, orgportal)
      await expect(field).toHaveValue(text)
    })
  }

  test('the same as a file', async ({ page, orgportal }) => {
    await openSource(page, 'custom-saml')
    await chooseWay(page, 'file')
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'metadata.xml', mimeType: 'text/xml', buffer: Buffer.from(ENTITIES) })
    await expect(page.getByText(findingText('metadata-doctype'))).toBeVisible()
    await expectRefused(page, orgportal)
  })

  test('a private key, which is taken out of the field and kept nowhere', async ({ page }) => {
    const id = await openSource(page, 'custom-saml')
    await chooseWay(page, 'manual')
    const field = page.getByRole('textbox', { name: saml.certificate })
    await field.fill(PRIVATE_KEY)
    await expect(page.getByText(findingText('certificate-private-key'))).toBeVisible()
    await expect(field).not.toHaveValue(/NotARealKey/)
    await page.getByRole('textbox', { name: saml.ssoUrl }).fill('https://idp.northwind.net/sso')
    await expect(steps(page).getByText(ssoSetup.unsaved)).toBeVisible()
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    )
    expect(kept).not.toContain('NotARealKey')
    await button(page, ssoSetup.save).click()
    await expect(page.getByText(ssoSetup.incomplete.title)).toBeVisible()
    expect((await stored()).sso_connections[id]?.verification_certificates).toEqual([])
  })

  test('a certificate that has expired', async ({ page, orgportal }) => {
    const [expired] = (await storedConnection('Harbor Works')).verification_certificates ?? []
    await openSource(page, 'custom-saml')
    await chooseWay(page, 'manual')
    await page.getByRole('textbox', { name: saml.ssoUrl }).fill('https://idp.northwind.net/sso')
    await page.getByRole('textbox', { name: /^Entity ID/ }).fill('https://idp.northwind.net')
    const field = page.getByRole('textbox', { name: saml.certificate })
    await field.fill(expired?.certificate ?? '')
    await expect(page.getByText(ssoFindings.codes['certificate-expired'].remedy)).toBeVisible()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expectRefused(page, orgportal)
  })

  test('the certificate of another connection', async ({ page, orgportal }) => {
    const [other] = (await storedConnection('Depot ADFS')).verification_certificates ?? []
    await openSource(page, 'custom-saml')
    await chooseWay(page, 'manual')
    const before = await writes(orgportal)
    const field = page.getByRole('textbox', { name: saml.certificate })
    await field.fill(other?.certificate ?? '')
    await expect(page.getByText(/belongs to the connection Depot ADFS too\./)).toBeVisible()
    await expect(page.getByText(ssoFindings.codes['certificate-elsewhere'].remedy)).toBeVisible()
    expect(await writes(orgportal), 'what was sent').toEqual(before)
  })

  test('our own ACS URL where the sign-on URL goes, and the other way round', async ({
    page,
    orgportal,
  }) => {
    const id = await openSource(page, 'custom-saml')
    await openStep(page, 'Create a SAML app')
    const acs = (
      await page
        .getByText(new RegExp(`^https?://.*${id}$`))
        .first()
        .innerText()
    ).trim()
    await openStep(page, SOURCE)
    await chooseWay(page, 'manual')
    const name = { connection: 'Another provider' }
    const ssoUrl = page.getByRole('textbox', { name: saml.ssoUrl })
    await ssoUrl.fill(acs)
    await expect(ssoUrl).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByText(/^This is our own (ACS URL|audience URI) \(of /)).toBeVisible()
    const entityId = page.getByRole('textbox', { name: /^Entity ID/ })
    await entityId.fill(acs)
    await expect(entityId).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByText(new RegExp(`\\(of .*${name.connection}`))).toHaveCount(2)
    await expectRefused(page, orgportal)
  })

  test('an issuer without https, which one click mends', async ({ page, orgportal }) => {
    await openSource(page, 'custom-oidc')
    const issuer = page.getByRole('textbox', { name: 'Issuer' })
    await issuer.fill('http://login.northwind.net')
    await expect(page.getByText(findingText('url-http'))).toBeVisible()
    await expectRefused(page, orgportal)
    await page.getByRole('button', { name: /^Use https:\/\/login\.northwind\.net/ }).click()
    await expect(issuer).toHaveValue(/^https:\/\/login\.northwind\.net\/?$/)
    await expect(page.getByText(findingText('url-http'))).toBeHidden()
  })
})
