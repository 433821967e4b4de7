import { expect, signIn, test } from './fixtures.ts'
import { button, card, dialog, editCard, scim, ui } from './portal.ts'

test.use({ seed: 'scim' })

test.describe('addresses', () => {
  test('a link opens the dialog that it names, and Back closes it', async ({ page }) => {
    await signIn(page, 'admin')
    await button(card(page, scim.rotation.title), scim.rotation.start).click()
    await expect(dialog(page, scim.rotation.dialogTitle)).toBeVisible()
    const link = page.url()
    await page.goBack()
    await expect(dialog(page, scim.rotation.dialogTitle)).toBeHidden()
    await page.goto(link)
    await expect(dialog(page, scim.rotation.dialogTitle)).toBeVisible()
  })

  test('a dialog that is cancelled leaves nothing for Back to stop at', async ({ page }) => {
    await signIn(page, 'admin')
    await page.goto('/missions')
    await page.getByRole('link', { name: 'Directory sync' }).click()
    await button(card(page, scim.rotation.title), scim.rotation.start).click()
    await button(dialog(page, scim.rotation.dialogTitle), scim.rotation.notNow).click()
    await expect(dialog(page, scim.rotation.dialogTitle)).toBeHidden()
    await expect(page).toHaveURL(/\/settings\/directory$/)
    await page.goBack()
    await expect(page).toHaveURL(/\/missions$/)
  })

  test('a link opens the step of the guide that it names', async ({ page }) => {
    await signIn(page, 'admin')
    await button(page, scim.page.guide).click()
    await button(page, scim.setup.next).click()
    await button(page, scim.setup.next).click()
    const step = page.getByRole('main').getByRole('heading', { level: 3 })
    const title = await step.first().innerText()
    const link = page.url()
    await page.goto('/')
    await page.goto(link)
    await expect(step.first()).toHaveText(title)
    await page.reload()
    await expect(step.first()).toHaveText(title)
  })

  test('Back walks from the guide to the connection', async ({ page }) => {
    await signIn(page, 'admin')
    await button(page, scim.page.guide).click()
    await expect(
      page.getByRole('heading', { name: scim.setup.title(scim.providers.okta) }),
    ).toBeVisible()
    await page.goBack()
    await expect(card(page, scim.details.title)).toBeVisible()
    await page.goForward()
    await expect(
      page.getByRole('heading', { name: scim.setup.title(scim.providers.okta) }),
    ).toBeVisible()
  })

  test('Back with something unsaved asks first, and staying keeps it', async ({ page }) => {
    await signIn(page, 'admin')
    await button(page, scim.page.guide).click()
    await button(page, scim.page.back).click()
    const form = await editCard(page, scim.details.title)
    const name = form.getByRole('textbox', { name: scim.details.name })
    await name.fill('Not saved yet')
    await page.goBack()
    await button(page, ui.unsaved.keep).click()
    await expect(name).toHaveValue('Not saved yet')
  })

  test('an address that makes no sense opens the connection', async ({ page }) => {
    await signIn(page, 'admin', '/settings/directory?portal.screen=nowhere&portal.dialog=none')
    await expect(card(page, scim.details.title)).toBeVisible()
  })
})
