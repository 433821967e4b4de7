import type { BrowserContext, Locator, Page } from '@playwright/test'
import { direct, EMULATOR_URL } from './addresses.ts'
import { expect, signIn, test } from './fixtures.ts'
import { button, card } from './portal.ts'
import { beginTest, SSO_PATH, ssoTest } from './ssoPortal.ts'

/** The card of the connection's page, as an admin sees it. */
async function openCard(page: Page): Promise<Locator> {
  await signIn(page, 'admin', SSO_PATH)
  await page.getByRole('link', { name: 'Northwind Okta' }).click()
  const region = card(page, ssoTest.title)
  await expect(region).toBeVisible()
  return region
}

const person = (popup: Page, name: string) => popup.getByRole('button', { name })

/** The session, and whose it is. The JWT is another one with each page that is opened, for the same session. */
async function sessionOf(context: BrowserContext) {
  const cookies = new Map((await context.cookies()).map(({ name, value }) => [name, value]))
  const [, payload = ''] = (cookies.get('stytch_session_jwt') ?? '').split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }
  return {
    names: [...cookies.keys()].sort(),
    session: cookies.get('stytch_session'),
    member: claims.sub,
  }
}

/** Takes the certificates of the identity provider away, as if it had begun to sign with another one. */
async function forgetCertificates() {
  const url = `${direct(EMULATOR_URL)}/_emulator/snapshot`
  const snapshot = (await (await fetch(url)).json()) as {
    sso_connections: Record<string, { verification_certificates?: unknown[] }>
  }
  for (const connection of Object.values(snapshot.sso_connections)) {
    if (connection.verification_certificates) connection.verification_certificates = []
  }
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(snapshot),
  })
  expect(answer.ok).toBe(true)
}

test.describe('a test sign-in in a window of its own', () => {
  test.use({ seed: 'sample' })

  test('comes back with who signed in, and the admin stays as they were', async ({
    page,
    context,
  }) => {
    const region = await openCard(page)
    const before = await sessionOf(context)
    const popup = await beginTest(page, region)
    const closed = popup.waitForEvent('close')
    await person(popup, 'Bruno Costa').click()
    await expect(region.getByText(ssoTest.passed.title('Bruno Costa'))).toBeVisible()
    await expect(region.getByText(ssoTest.sources.thisGroup('Robotics'))).toBeVisible()
    await closed
    expect(await sessionOf(context)).toEqual(before)
    await page.reload()
    await expect(button(page, 'Sign out')).toBeVisible()
  })

  test('comes back from a provider that cuts the tie between the windows', async ({
    page,
    context,
  }) => {
    // Redirects are not routed, so the provider's page is the answer to the request before.
    await context.route(/\/public\/sso\/start\?/, async (route) => {
      const response = await route.fetch()
      const headers = { ...response.headers(), 'cross-origin-opener-policy': 'same-origin' }
      await route.fulfill({ response, headers })
    })
    const region = await openCard(page)
    const popup = await beginTest(page, region)
    await expect(region.getByText(ssoTest.gone.title)).toBeVisible()
    const closed = popup.waitForEvent('close')
    await person(popup, 'Bruno Costa').click()
    await expect(region.getByText(ssoTest.passed.title('Bruno Costa'))).toBeVisible()
    await closed
  })

  test('finds out from the page it ended on that the certificate is wrong', async ({ page }) => {
    const region = await openCard(page)
    await forgetCertificates()
    const popup = await beginTest(page, region)
    await person(popup, 'Bruno Costa').click()
    const sign = popup.getByText('invalid_signature_saml_response', { exact: true })
    await expect(sign).toBeVisible()
    const text = await popup.locator('body').innerText()
    await popup.close()
    await region.getByRole('textbox', { name: ssoTest.lastPage.paste }).fill(text)
    await expect(
      region.getByText(ssoTest.lastPage.found('invalid_signature_saml_response')),
    ).toBeVisible()
    await expect(region.getByText(ssoTest.causes.certificate.title)).toBeVisible()
    await expect(button(region, ssoTest.again)).toBeVisible()
  })

  test('asks how far it got when the window is closed', async ({ page }) => {
    const region = await openCard(page)
    const popup = await beginTest(page, region)
    await popup.close()
    await expect(region.getByText(ssoTest.gone.title)).toBeVisible()
    await region.getByRole('radio', { name: ssoTest.lastPage['sign-in'] }).check()
    await expect(region.getByText(ssoTest.causes['not-assigned'].title)).toBeVisible()
    await button(region, ssoTest.waiting.cancel).click()
    await expect(button(region, ssoTest.again)).toBeVisible()
  })
})
