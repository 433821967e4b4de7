import { expect, signIn, test } from './fixtures.ts'
import { button, card, editCard, ui } from './portal.ts'
import { apiRequests, listShown, ssoPlace, storedConnection } from './ssoPages.ts'
import { sso, SSO_PATH, ssoConnection, ssoCreate } from './ssoPortal.ts'

test.describe('what is asked of the server', () => {
  test.use({ seed: 'sso' })

  test('connections that cannot be loaded are an error with Retry, never an empty list', async ({
    page,
    orgportal,
  }) => {
    await orgportal.faults.add({
      method: 'GET',
      path: '/sdk/v1/b2b/sso',
      status: 500,
      error_message: 'The connections are asleep.',
      times: 0,
    })
    await signIn(page, 'admin', SSO_PATH)
    const failure = page.getByRole('alert').filter({ hasText: sso.failed.title })
    // A reading is tried again by itself before it counts as failed.
    await expect(failure).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(sso.list.empty.title)).toHaveCount(0)
    await expect(button(page, sso.list.new)).toHaveCount(0)
    await failure.getByText(ui.error.details, { exact: true }).click()
    await expect(failure.getByText('The connections are asleep.')).toBeVisible()
    await orgportal.faults.clear()
    await button(failure, ui.retry).click()
    await expect(
      (await listShown(page)).getByRole('link', { name: 'Northwind Okta' }),
    ).toBeVisible()
  })

  test('four requests at mount', async ({ page, orgportal }) => {
    await signIn(page, 'admin', SSO_PATH)
    await listShown(page)
    const before = await apiRequests(orgportal)
    await page.reload()
    await listShown(page)
    await page.waitForLoadState('networkidle')
    expect((await apiRequests(orgportal)).slice(before.length).sort()).toEqual([
      'GET /b2b/admin_portal_config',
      'GET /b2b/sso',
      'GET /projects/bootstrap/*',
      'POST /b2b/sessions/authenticate',
    ])
  })

  test('a save is one request, and its answer is what is shown', async ({ page, orgportal }) => {
    const { connection_id } = await storedConnection('Harbor Works')
    await signIn(page, 'admin', ssoPlace({ connection: connection_id }))
    const form = await editCard(page, ssoConnection.details.title)
    await page.waitForLoadState('networkidle')
    const before = await apiRequests(orgportal)
    await form.getByRole('textbox', { name: ssoConnection.details.name }).fill('Harbor of the year')
    await button(form, ui.save).click()
    await expect(page.getByText(ssoConnection.details.saved('Harbor of the year'))).toBeVisible()
    await button(page, sso.back).click()
    const table = await listShown(page)
    await expect(table.getByRole('link', { name: 'Harbor of the year' })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect((await apiRequests(orgportal)).slice(before.length)).toEqual(['PUT /b2b/sso/saml/*'])
  })
})

test.describe('what the plan allows', () => {
  test.describe('as many connections as there may be', () => {
    test.use({ seed: 'sso-limit' })

    test('says so in the list and where one is made', async ({ page }) => {
      await signIn(page, 'admin', SSO_PATH)
      await listShown(page)
      await expect(page.getByText(sso.list.limits.none)).toBeVisible()
      await button(page, sso.list.new).click()
      const okta = page.getByRole('radio', { name: 'Okta', exact: false }).first()
      await expect(okta).toBeDisabled()
      await expect(page.getByText(ssoCreate.limit.both).first()).toBeVisible()
      await expect(page.getByRole('radio', { name: ssoCreate.others.external })).toBeEnabled()
    })
  })

  test.describe('by SAML only', () => {
    test.use({ seed: 'sso' })

    test('OIDC stays in sight and says why it cannot be chosen', async ({ page, orgportal }) => {
      await orgportal.setProject({ can_create_oidc_connection: false })
      await signIn(page, 'admin', SSO_PATH)
      await listShown(page)
      await expect(page.getByText(sso.list.limits.samlOnly)).toBeVisible()
      await page.goto(ssoPlace({ screen: 'new', choice: 'okta-saml' }))
      const protocols = page.getByRole('group', { name: ssoCreate.protocol, exact: true })
      await expect(protocols.getByRole('radio', { name: /^OIDC/ })).toBeDisabled()
      await expect(protocols.getByText(ssoCreate.limit.oidc)).toBeVisible()
      await expect(protocols.getByRole('radio', { name: /^SAML/ })).toBeChecked()
    })
  })

  test.describe('no SSO', () => {
    test.use({ seed: 'sso-disabled' })

    test('is said, whoever looks', async ({ page }) => {
      await signIn(page, 'admin', SSO_PATH)
      await expect(page.getByRole('heading', { name: sso.notEnabled.title })).toBeVisible()
      await expect(button(page, sso.list.new)).toHaveCount(0)
      await expect(card(page, sso.list.caption)).toHaveCount(0)
    })
  })

  test.describe('no role for it', () => {
    test.use({ seed: 'sso' })

    test('is said to a member, and a viewer changes nothing', async ({ page }) => {
      await signIn(page, 'member', SSO_PATH)
      await expect(page.getByRole('heading', { name: sso.denied.title })).toBeVisible()
      await signIn(page, 'sso-viewer', SSO_PATH)
      await listShown(page)
      await expect(button(page, sso.list.new)).toHaveAttribute('aria-disabled', 'true')
    })
  })
})
