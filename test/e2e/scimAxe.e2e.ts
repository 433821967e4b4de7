import { expectAccessible } from './expectAccessible.ts'
import { expect, signIn, test } from './fixtures.ts'
import { button, card, createConnection, dialog, editCard, scim } from './portal.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing in ${colorScheme}`, () => {
    test.slow()
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('from sign-in to the guide', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('button', { name: /Ada Lovelace/ })).toBeVisible()
      await expectAccessible(page)
      await signIn(page, 'admin', '/')
      await expectAccessible(page)
      await page.getByRole('link', { name: 'Directory sync' }).click()
      await expect(button(page, scim.empty.create)).toBeVisible()
      await expectAccessible(page)
      await createConnection(page, scim.providers.okta, 'Northwind Okta')
      await expectAccessible(page)
      await page.getByRole('checkbox', { name: scim.token.stored }).check()
      await button(page, scim.token.continue).click()
      await expect(button(page, scim.setup.next)).toBeVisible()
      await expectAccessible(page)
    })

    test.describe('with a connection', () => {
      test.use({ seed: 'scim-expiring' })

      test('the page, its editors and its dialogs', async ({ page }) => {
        await signIn(page, 'admin')
        await expect(
          card(page, scim.provisioning.title).getByText('Robotics Engineering'),
        ).toBeVisible()
        await expectAccessible(page)
        await editCard(page, scim.details.title)
        await editCard(page, scim.roles.title)
        await expectAccessible(page)
        await page.goto('/settings/directory?portal.dialog=rotate')
        await expect(dialog(page, scim.rotation.dialogTitle)).toBeVisible()
        await expectAccessible(page)
        await page.goto('/settings/directory?portal.dialog=delete')
        await expect(page.getByRole('dialog')).toBeVisible()
        await expectAccessible(page)
      })

      test('what is closed to an auditor and to a member', async ({ page }) => {
        await signIn(page, 'auditor')
        await expect(card(page, scim.details.title)).toBeVisible()
        await expectAccessible(page)
        await signIn(page, 'member')
        await expect(page.getByRole('heading', { name: scim.denied.title })).toBeVisible()
        await expectAccessible(page)
      })
    })
  })
}
