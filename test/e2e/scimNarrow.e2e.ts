import { expectNothingCutOff } from './expectNothingCutOff.ts'
import { expect, signIn, test } from './fixtures.ts'
import { button, card, createConnection, dialog, editCard, scim } from './portal.ts'

test.use({ viewport: { width: 390, height: 844 } })

test.describe('at 390 px', () => {
  test('every screen from nothing to a connection fits', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expectNothingCutOff(page, 'sign-in')
    await signIn(page, 'admin')
    await expect(button(page, scim.empty.create)).toBeVisible()
    await expectNothingCutOff(page, 'no connection')
    await button(page, scim.empty.create).click()
    await expect(page.getByRole('heading', { name: scim.create.title })).toBeVisible()
    await expectNothingCutOff(page, 'new connection')
    await page.goto('/settings/directory')
    await createConnection(page, scim.providers.okta, 'Northwind Okta')
    await expectNothingCutOff(page, 'token')
    await page.getByRole('checkbox', { name: scim.token.stored }).check()
    await button(page, scim.token.continue).click()
    const next = button(page, scim.setup.next)
    await expect(next).toBeVisible()
    for (let step = 1; await next.isVisible(); step += 1) {
      await expectNothingCutOff(page, `guide, step ${step}`)
      await next.click()
    }
    await expectNothingCutOff(page, 'guide, arrival')
  })

  test.describe('with a connection', () => {
    test.use({ seed: 'scim-rotating' })

    test('the page, its editors and its dialogs fit', async ({ page }) => {
      await signIn(page, 'admin')
      await expect(card(page, scim.roles.title)).toBeVisible()
      await expect(
        card(page, scim.provisioning.title).getByText('Robotics Engineering'),
      ).toBeVisible()
      await expectNothingCutOff(page, 'connection')
      await editCard(page, scim.details.title)
      await editCard(page, scim.roles.title)
      await expectNothingCutOff(page, 'editing')
      await page.goto('/settings/directory?portal.dialog=rotate')
      await expect(dialog(page, scim.rotation.dialogTitle)).toBeVisible()
      await expectNothingCutOff(page, 'rotation')
      await page.goto('/settings/directory?portal.dialog=delete')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNothingCutOff(page, 'deletion')
    })

    test('the demo tools open over the page and fit', async ({ page }) => {
      await signIn(page, 'admin', '/')
      await button(page, 'Demo tools').click()
      await expect(button(page, 'Push sample users from Okta')).toBeVisible()
      await expectNothingCutOff(page, 'demo tools')
    })
  })
})
