import { EMULATOR_URL } from './addresses.ts'
import { expect, signIn, test } from './fixtures.ts'
import { button, card, scim } from './portal.ts'

test.describe('the demo', () => {
  test('lists the personas and signs in by a magic link', async ({ page, context }) => {
    await page.goto('/settings/directory')
    await page.getByRole('button', { name: /Ada Lovelace/ }).click()
    await expect(page.getByRole('heading', { name: scim.empty.title })).toBeVisible()
    await expect(page).toHaveURL(/\/settings\/directory$/)
    const names = (await context.cookies()).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['stytch_session', 'stytch_session_jwt']))
  })

  test('says why a link does not work', async ({ page }) => {
    await page.goto('/?stytch_token_type=multi_tenant_magic_links&token=made-up')
    await expect(page.getByRole('alert')).toContainText('That link did not work')
    await expect(page.getByRole('button', { name: /Ada Lovelace/ })).toBeVisible()
  })

  test('switches persona from the header', async ({ page }) => {
    await signIn(page, 'admin')
    await expect(button(page, scim.empty.create)).toBeVisible()
    await page
      .getByRole('combobox', { name: 'Signed in as' })
      .selectOption({ label: 'Mia Svensson (member)' })
    await expect(page.getByRole('heading', { name: scim.denied.title })).toBeVisible()
  })

  test('switches between light, dark and auto, and remembers it', async ({ page }) => {
    await signIn(page, 'admin')
    const background = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    await page.getByRole('radio', { name: 'Light' }).check({ force: true })
    const light = await background()
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
    const dark = await background()
    expect(dark).not.toBe(light)
    await page.reload()
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
    expect(await background()).toBe(dark)
  })

  for (const { dialect, label } of [
    { dialect: 'Okta', label: 'Push sample users from Okta' },
    { dialect: 'Microsoft Entra', label: 'As Microsoft Entra' },
  ]) {
    test.describe(`pushing as ${dialect}`, () => {
      test.use({ seed: 'scim-empty' })

      test('shows each request, and the portal shows what arrived', async ({ page }) => {
        await signIn(page, 'admin')
        await expect(
          card(page, scim.provisioning.title).getByText(scim.provisioning.waiting),
        ).toBeVisible()
        await button(page, label).click()
        await expect(page.getByText(`${dialect} pushed 8 users and 4 groups`)).toBeVisible()
        const requests = page.getByRole('list', { name: /^SCIM requests/ }).getByRole('listitem')
        expect(await requests.count()).toBeGreaterThan(12)
        await expect(
          card(page, scim.provisioning.title).getByRole('rowheader', { name: 'Customer Support' }),
        ).toBeVisible({ timeout: 15_000 })
      })
    })
  }

  test('says what to do before a push when there is no connection', async ({ page }) => {
    await signIn(page, 'admin')
    await button(page, 'Push sample users from Okta').click()
    await expect(page.getByRole('alert')).toContainText('There is no SCIM connection yet')
  })

  test('loads another seed and stays signed in', async ({ page }) => {
    await signIn(page, 'admin')
    await button(page, 'Open orgportal devtools').click()
    await page.getByRole('tab', { name: 'Emulator' }).click()
    await page.getByRole('combobox', { name: 'Seed' }).selectOption('scim')
    await expect(card(page, scim.details.title)).toContainText('Northwind Okta directory')
    await button(page, 'Reset to the seed').click()
    await expect(card(page, scim.details.title)).toContainText('Northwind Okta directory')
  })

  test('says how to start the emulator when it does not answer, and goes on once it does', async ({
    page,
  }) => {
    await page.route(`${EMULATOR_URL}/**`, (route) => route.abort('connectionrefused'))
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'The emulator is not running' })).toBeVisible()
    await expect(page.getByText('npm start', { exact: true })).toBeVisible()
    await page.unroute(`${EMULATOR_URL}/**`)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})
