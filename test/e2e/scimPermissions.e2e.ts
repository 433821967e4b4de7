import { expect, signIn, test } from './fixtures.ts'
import {
  button,
  card,
  createConnection,
  dialog,
  editCard,
  pick,
  scim,
  shownSecret,
  ui,
} from './portal.ts'

test.describe('who may do what', () => {
  test('an IT administrator can do all of it', async ({ page }) => {
    await signIn(page, 'it-admin')
    await createConnection(page, scim.providers['microsoft-entra'], 'Entra of Northwind')
    await page.getByRole('checkbox', { name: scim.token.stored }).check()
    await button(page, scim.token.continue).click()
    await button(page, scim.setup.later).click()

    await button(page, 'Push sample users from Okta').click()
    await expect(page.getByText(/pushed 8 users and 4 groups/)).toBeVisible()
    await expect(
      card(page, scim.provisioning.title).getByRole('rowheader', { name: 'Engineering' }),
    ).toBeVisible({
      timeout: 15_000,
    })
    const form = await editCard(page, scim.roles.title)
    await pick(form, scim.roles.add, ['Engineering'])
    await pick(form, scim.roles.pick('Engineering'), ['Engineer'])
    await button(form, scim.roles.review).click()
    await button(dialog(page, scim.roles.reviewTitle), scim.roles.save).click()
    await expect(page.getByText(scim.roles.saved(1))).toBeVisible()

    await button(card(page, scim.rotation.title), scim.rotation.start).click()
    const rotation = dialog(page, scim.rotation.dialogTitle)
    await button(rotation, scim.rotation.create).click()
    expect(await shownSecret(rotation, scim.token.nextLabel)).not.toBe('')
    await button(rotation, scim.rotation.cancel).click()
    await button(
      page.getByRole('dialog', { name: scim.rotation.cancelTitle }),
      scim.rotation.cancelConfirm,
    ).click()
    await expect(card(page, scim.rotation.title).getByText(/^Cancelled\./)).toBeVisible()

    await button(card(page, scim.danger.title), scim.danger.delete).click()
    const question = dialog(page, scim.danger.dialogTitle('Entra of Northwind'))
    await question.getByRole('textbox').fill('Entra of Northwind')
    await button(question, scim.danger.confirm).click()
    await expect(page.getByRole('heading', { name: scim.empty.title })).toBeVisible()
  })

  test.describe('with a connection', () => {
    test.use({ seed: 'scim' })

    test('an auditor sees everything, and each closed control says why', async ({
      page,
      orgportal,
    }) => {
      await signIn(page, 'auditor')
      await expect(card(page, scim.details.title)).toContainText('Northwind Okta directory')
      const closed = [
        { name: ui.editSection(scim.details.title), permission: 'stytch.scim update' },
        { name: ui.editSection(scim.roles.title), permission: 'update.settings.implicit-roles' },
        { name: scim.rotation.start, permission: 'stytch.scim update' },
        { name: scim.danger.delete, permission: 'stytch.scim delete' },
      ]
      for (const { name, permission } of closed) {
        const control = button(page, name)
        await expect(control).toHaveAttribute('aria-disabled', 'true')
        await control.focus()
        await expect(control).toBeFocused()
        await expect(control).toHaveAccessibleDescription(
          new RegExp(permission.replaceAll('.', '\\.')),
        )
        await expect(control).toHaveAccessibleDescription(/IT administrator/)
        await page.keyboard.press('Enter')
      }
      await expect(page.getByRole('dialog')).toHaveCount(0)
      const writes = (await orgportal.requests()).filter(
        ({ method, path }) =>
          path.startsWith('/sdk/v1/b2b/scim') && method !== 'GET' && !path.endsWith('/groups'),
      )
      expect(writes.filter(({ method }) => method !== 'OPTIONS')).toEqual([])
    })

    test('a dialog in an address opens nothing for an auditor', async ({ page }) => {
      await signIn(page, 'auditor', '/settings/directory?portal.dialog=delete')
      await expect(card(page, scim.danger.title)).toBeVisible()
      await expect(page.getByRole('dialog')).toHaveCount(0)
    })

    test('a plain member is told which permission is missing and who has it', async ({ page }) => {
      await signIn(page, 'member')
      const main = page.getByRole('main')
      await expect(main.getByRole('heading', { name: scim.denied.title })).toBeVisible()
      await expect(main).toContainText('stytch.scim get')
      await expect(main).toContainText('IT administrator')
      await expect(main).not.toContainText('Northwind Okta directory')
    })
  })

  test.describe('in a project without SCIM', () => {
    test.use({ seed: 'scim-disabled' })

    test('the part says that it is not available', async ({ page }) => {
      await signIn(page, 'admin')
      await expect(page.getByRole('heading', { name: scim.notEnabled.title })).toBeVisible()
    })
  })
})
