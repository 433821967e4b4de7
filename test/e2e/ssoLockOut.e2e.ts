import { expect, signIn, test } from './fixtures.ts'
import { button, card, dialog, editCard, ui } from './portal.ts'
import {
  changeStored,
  listShown,
  northwind,
  ssoLockOut,
  ssoPlace,
  ssoSwitchOn,
  stored,
  storedConnection,
  writes,
} from './ssoPages.ts'
import { signInThrough, sso, SSO_PATH, ssoConnection } from './ssoPortal.ts'

test.use({ seed: 'sso' })

const onlySso = () =>
  changeStored((data) => {
    Object.assign(northwind(data), { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] })
  })

test.describe('nobody is locked out unawares', () => {
  test('making SSO the only method asks for a break-glass member first', async ({
    page,
    orgportal,
  }) => {
    await changeStored(({ members }) => {
      for (const member of Object.values(members)) member.is_breakglass = false
    })
    await signIn(page, 'admin', SSO_PATH)
    await listShown(page)
    const form = await editCard(page, ssoSwitchOn.only.title)
    await form.getByRole('radio', { name: ssoSwitchOn.only.choices.only.title }).check()
    await expect(form.getByText(ssoLockOut.breakglass.title)).toBeVisible()
    await expect(form.getByText(/could not sign in any more/).first()).toBeVisible()
    await expect(button(form, ui.save)).toBeDisabled()

    const picker = form.getByRole('combobox', { name: ssoLockOut.breakglass.pick })
    await picker.fill('Ada')
    await page.getByRole('option', { name: /^Ada Lovelace ada/ }).click()
    await button(form, ssoLockOut.breakglass.give).click()
    await expect(form.getByText(ssoLockOut.breakglass.given('Ada Lovelace'))).toBeVisible()
    await expect(button(form, ui.save)).toBeDisabled()
    await form
      .getByRole('textbox', { name: ssoLockOut.typed('Northwind Robotics') })
      .fill('Northwind Robotics')
    const before = await writes(orgportal)
    await button(form, ui.save).click()
    const region = card(page, ssoSwitchOn.only.title)
    await expect(region.getByText(ssoSwitchOn.only.saved.only)).toBeVisible()
    expect((await writes(orgportal)).slice(before.length)).toEqual(['PUT /b2b/organizations/me'])
    const data = await stored()
    expect(northwind(data)).toMatchObject({
      auth_methods: 'RESTRICTED',
      allowed_auth_methods: ['sso'],
    })
    expect(Object.values(data.members).filter(({ is_breakglass }) => is_breakglass)).toMatchObject([
      { name: 'Ada Lovelace' },
    ])

    await button(region, ssoSwitchOn.only.back).click()
    await expect(region.getByText(ssoSwitchOn.only.saved.all)).toBeVisible()
    expect(northwind(await stored()).auth_methods).toBe('ALL_ALLOWED')
  })

  test('deleting the connection one came through says so, and has to be typed', async ({
    page,
    orgportal,
  }) => {
    await onlySso()
    const { connection_id } = await storedConnection('Northwind Okta')
    await signInThrough(page, orgportal, connection_id, { name: 'Ada Lovelace' })
    await page.goto(ssoPlace({ connection: connection_id }))
    await button(page, ssoConnection.danger.button).click()
    const question = dialog(page, ssoConnection.delete.title('Northwind Okta'))
    const confirm = button(question, ssoConnection.delete.confirm)
    await expect(question.getByText(ssoConnection.delete.defaultFirst.title)).toBeVisible()
    await expect(confirm).toBeDisabled()
    await question
      .getByRole('combobox', { name: ssoConnection.delete.defaultFirst.choose })
      .selectOption({ label: 'Suppliers Entra' })
    await button(question, ssoConnection.delete.defaultFirst.set).click()

    await expect(question.getByText(ssoLockOut.use.own)).toBeVisible()
    await expect(question.getByText(/^\d+ members? could not sign in any more$/)).toBeVisible()
    await expect(question.getByText(ssoLockOut.you)).toBeVisible()
    await expect(confirm).toBeDisabled()
    const typed = question.getByRole('textbox', { name: ssoLockOut.typed('Northwind Okta') })
    await typed.fill('Northwind')
    await expect(confirm).toBeDisabled()
    await typed.fill('Northwind Okta')
    const before = await writes(orgportal)
    await confirm.click()
    await expect(page.getByText(sso.deleted('Northwind Okta'))).toBeVisible()
    expect((await writes(orgportal)).slice(before.length)).toEqual(['DELETE /b2b/sso/*'])
    const table = await listShown(page)
    await expect(table.getByRole('link', { name: 'Suppliers Entra' })).toBeVisible()
    await expect(table.getByRole('link', { name: 'Northwind Okta' })).toHaveCount(0)
  })

  test('deleting one that nobody needs asks for nothing more', async ({ page }) => {
    const { connection_id } = await storedConnection('Northwind Google')
    await signIn(page, 'admin', ssoPlace({ connection: connection_id, dialog: 'delete' }))
    const question = dialog(page, ssoConnection.delete.title('Northwind Google'))
    await expect(question.getByText(ssoConnection.delete.pending)).toBeVisible()
    await expect(question.getByRole('textbox')).toHaveCount(0)
    await button(question, ssoConnection.delete.confirm).click()
    await expect(page.getByText(sso.deleted('Northwind Google'))).toBeVisible()
  })
})
