import { expect, signIn, test } from './fixtures.ts'
import { button, card, dialog, editCard, pick, scim, ui } from './portal.ts'

test.use({ seed: 'scim' })

test.describe('a save that fails', () => {
  test('with 500 keeps what was typed, shows message and request id, and works again', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin')
    const form = await editCard(page, scim.details.title)
    const name = form.getByRole('textbox', { name: scim.details.name })
    await name.fill('Directory of the year')
    await orgportal.faults.add({
      method: 'PUT',
      path: '/sdk/v1/b2b/scim/*',
      status: 500,
      error_message: 'The database is on fire.',
    })
    await button(form, ui.save).click()

    const failure = form.getByRole('alert').filter({ hasText: scim.details.failed })
    await expect(failure).toBeVisible()
    await failure.getByText(ui.error.details, { exact: true }).click()
    await expect(failure.getByText('The database is on fire.')).toBeVisible()
    const failed = (await orgportal.requests()).filter((request) => request.status === 500)
    expect(failed, 'a write is sent once').toHaveLength(1)
    await expect(
      failure
        .getByTitle(/^request-id-/)
        .or(failure.getByText(/^request-id-/))
        .first(),
    ).toBeVisible()
    await expect(name).toHaveValue('Directory of the year')

    await button(form, ui.save).click()
    await expect(page.getByText(scim.details.saved('Directory of the year'))).toBeVisible()
  })

  test('with 429 says when to try again and keeps the chosen roles', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin')
    const form = await editCard(page, scim.roles.title)
    await pick(form, scim.roles.add, ['Sales'])
    await pick(form, scim.roles.pick('Sales'), ['Viewer', 'Billing administrator'])
    await orgportal.faults.add({
      method: 'PUT',
      path: '/sdk/v1/b2b/scim/*',
      status: 429,
      retry_after: 7,
    })
    await button(form, scim.roles.review).click()
    const review = dialog(page, scim.roles.reviewTitle)
    await button(review, scim.roles.save).click()
    await expect(review.getByRole('alert').filter({ hasText: scim.roles.failed })).toContainText(
      ui.saveFailed.busy(7),
    )

    await button(review, scim.roles.back).click()
    const sales = form.getByRole('listitem').filter({ hasText: 'Sales' }).first()
    await expect(sales.getByText('Viewer', { exact: true })).toBeVisible()
    await expect(sales.getByText('Billing administrator', { exact: true })).toBeVisible()

    await button(form, scim.roles.review).click()
    await button(review, scim.roles.save).click()
    await expect(review).toBeHidden()
    await expect(
      card(page, scim.roles.title).getByRole('row').filter({ hasText: 'Sales' }),
    ).toContainText('Billing administrator')
  })
})

test.describe('a session that ends in mid-edit', () => {
  test('leaves what was typed, and it is saved after signing in again', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin')
    const form = await editCard(page, scim.details.title)
    const name = form.getByRole('textbox', { name: scim.details.name })
    await name.fill('Still here')
    await orgportal.endSessions()
    await button(form, ui.save).click()

    await expect(page.getByText(ui.sessionEnded.title).first()).toBeVisible()
    await expect(name).toHaveValue('Still here')

    await button(page, 'Sign in again as Ada Lovelace').click()
    await expect(page.getByRole('button', { name: 'Sign in again as Ada Lovelace' })).toBeHidden()
    await expect(name).toHaveValue('Still here')
    await button(form, ui.save).click()
    await expect(page.getByText(scim.details.saved('Still here'))).toBeVisible()
  })
})

test.describe('bad input', () => {
  test('a display name of 10,000 characters is kept, refused in place and not sent', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin')
    const form = await editCard(page, scim.details.title)
    const name = form.getByRole('textbox', { name: scim.details.name })
    await name.fill('x'.repeat(10_000))
    await button(form, ui.save).click()
    await expect(form.getByText(scim.nameProblem.tooLong(10_000, 128))).toBeVisible()
    expect(await name.inputValue()).toHaveLength(10_000)
    expect((await orgportal.requests()).filter(({ method }) => method === 'PUT')).toEqual([])
  })

  test('a pasted name with line breaks becomes one line', async ({ page }) => {
    await signIn(page, 'admin')
    const form = await editCard(page, scim.details.title)
    await page.evaluate(() => navigator.clipboard.writeText('Okta\nNorthwind\r\nproduction'))
    const name = form.getByRole('textbox', { name: scim.details.name })
    await name.selectText()
    await name.press('ControlOrMeta+v')
    await button(form, ui.save).click()
    await expect(page.getByText(scim.details.saved('Okta Northwind production'))).toBeVisible()
  })
})
