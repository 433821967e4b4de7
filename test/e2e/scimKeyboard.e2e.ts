import type { Page } from '@playwright/test'
import { expect, scimTarget, signIn, test } from './fixtures.ts'
import { button, card, dialog, scim, shownSecret } from './portal.ts'

/** Tabs until the focus is on what the name says, as somebody without a mouse would. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'radio' | 'checkbox', name: string) {
  const target = page.getByRole(role, { name, exact: role === 'button' })
  for (let press = 0; press < 60; press += 1) {
    if (
      await target.evaluateAll((found) =>
        found.some((element) => element === document.activeElement),
      )
    ) {
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 presses of Tab did not reach the ${role} "${name}".`)
}

async function press(page: Page, name: string) {
  await tabTo(page, 'button', name)
  await page.keyboard.press('Enter')
}

test.describe('by keyboard alone', () => {
  test('a connection is created and its token rotated', async ({ page, orgportal }) => {
    await signIn(page, 'admin')
    await expect(button(page, scim.empty.create)).toBeVisible()
    await press(page, scim.empty.create)
    await expect(page.getByRole('heading', { name: scim.create.title })).toBeFocused()

    await tabTo(page, 'radio', scim.providers.okta)
    await page.keyboard.press('Space')
    await tabTo(page, 'textbox', scim.create.name)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Typed, not clicked')
    await page.keyboard.press('Enter')

    await expect(page.getByRole('heading', { name: scim.token.title })).toBeVisible()
    await press(page, 'Copy Bearer token')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe((await scimTarget(orgportal)).bearer_token)
    await tabTo(page, 'checkbox', scim.token.stored)
    await page.keyboard.press('Space')
    await press(page, scim.token.continue)
    await press(page, scim.setup.later)
    await expect(card(page, scim.details.title)).toContainText('Typed, not clicked')

    await press(page, scim.rotation.start)
    const rotation = dialog(page, scim.rotation.dialogTitle)
    await expect(rotation).toBeVisible()
    await press(page, scim.rotation.create)
    const next = await shownSecret(rotation, scim.token.nextLabel)
    await tabTo(page, 'checkbox', scim.token.stored)
    await page.keyboard.press('Space')
    await press(page, scim.token.next)
    await press(page, scim.rotation.placed)
    await press(page, scim.rotation.complete)
    await expect(rotation).toBeHidden()
    await expect(page.getByText(scim.rotation.completed(next.slice(-4)))).toBeVisible()
    expect((await scimTarget(orgportal)).bearer_token).toBe(next)
  })

  test('Escape closes a dialog and gives the focus back to what opened it', async ({
    page,
    orgportal,
  }) => {
    await orgportal.seed('scim')
    await signIn(page, 'admin')
    await press(page, scim.danger.delete)
    const question = dialog(page, scim.danger.dialogTitle('Northwind Okta directory'))
    await expect(question.getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await expect(button(page, scim.danger.delete)).toBeFocused()
  })
})
