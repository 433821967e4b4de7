import { expect, openTab, signIn, test } from './fixtures.ts'
import { button, card, editCard, scim, ui } from './portal.ts'

test.describe('two tabs of one browser', () => {
  test.use({ seed: 'scim' })

  test('signing out in one signs the other out', async ({ page, context }) => {
    await signIn(page, 'admin')
    const other = await openTab(context)
    await expect(card(other, scim.details.title)).toBeVisible()
    await button(page, 'Sign out').click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })

  test('a change in one is seen in the other without a reload', async ({ page, context }) => {
    await signIn(page, 'admin')
    const other = await openTab(context)
    await expect(card(other, scim.details.title)).toContainText('Northwind Okta directory')
    const form = await editCard(page, scim.details.title)
    await form.getByRole('textbox', { name: scim.details.name }).fill('Renamed next door')
    await button(form, ui.save).click()
    await expect(page.getByText(scim.details.saved('Renamed next door'))).toBeVisible()
    await other.bringToFront()
    await expect(card(other, scim.details.title)).toContainText('Renamed next door', {
      timeout: 20_000,
    })
  })
})
