import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { grid, MEMBERS_PATH, settled, storedMember } from './membersPortal.ts'
import { button, editCard, memberProfile, members, membersInvite, pick, ui } from './portal.ts'

async function openMember(page: Page, name: string): Promise<void> {
  await signIn(page, 'admin', MEMBERS_PATH)
  await settled(page)
  await grid(page).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
}

test.describe('a member that cannot be saved', () => {
  test('with 500 keeps what was typed, shows message and request id, and works again', async ({
    page,
    orgportal,
  }) => {
    await openMember(page, 'Bruno Costa')
    const form = await editCard(page, memberProfile.details.title)
    const name = form.getByRole('textbox', { name: memberProfile.details.name })
    await name.fill('Bruno the Builder')
    await orgportal.faults.add({
      method: 'PUT',
      path: '*/members/*',
      status: 500,
      error_message: 'The database is on fire.',
    })
    await button(form, ui.save).click()

    const failure = form.getByRole('alert').filter({ hasText: memberProfile.details.failed })
    await expect(failure).toBeVisible()
    await expect(failure).toContainText(ui.saveFailed.kept)
    await failure.getByText(ui.error.details, { exact: true }).click()
    await expect(failure.getByText('The database is on fire.')).toBeVisible()
    const failed = (await orgportal.requests()).filter((request) => request.status === 500)
    expect(failed, 'a write is sent once').toHaveLength(1)
    const [{ request_id } = { request_id: '' }] = failed
    await expect(
      failure.getByTitle(request_id).or(failure.getByText(request_id)).first(),
    ).toBeVisible()
    await expect(name).toHaveValue('Bruno the Builder')

    await button(form, ui.save).click()
    await expect(page.getByText(memberProfile.details.saved('Bruno the Builder'))).toBeVisible()
  })

  test('with 429 says when to try again and keeps the chosen roles', async ({
    page,
    orgportal,
  }) => {
    await openMember(page, 'Bruno Costa')
    const form = await editCard(page, memberProfile.roles.title)
    await pick(form, memberProfile.roles.direct, ['Viewer', 'Billing administrator'])
    await orgportal.faults.add({
      method: 'PUT',
      path: '*/members/*',
      status: 429,
      retry_after: 7,
    })
    await button(form, ui.save).click()
    await expect(
      form.getByRole('alert').filter({ hasText: memberProfile.roles.failed }),
    ).toContainText(ui.saveFailed.busy(7))
    await button(form, ui.save).click()
    await expect(
      page.getByText(memberProfile.roles.saved(['Billing administrator', 'Viewer'])),
    ).toBeVisible()
    expect((await storedMember('bruno.costa@northwind.example')).role_ids.sort()).toEqual([
      'billing_admin',
      'viewer',
    ])
  })

  test('as the session ended leaves what was typed, to be saved after signing in again', async ({
    page,
    orgportal,
  }) => {
    await openMember(page, 'Bruno Costa')
    const form = await editCard(page, memberProfile.details.title)
    const name = form.getByRole('textbox', { name: memberProfile.details.name })
    await name.fill('Still here')
    await orgportal.endSessions()
    await button(form, ui.save).click()
    await expect(page.getByText(ui.sessionEnded.title).first()).toBeVisible()
    await expect(name).toHaveValue('Still here')
    const again = button(page, 'Sign in again as Ada Lovelace')
    await again.click()
    await expect(again).toBeHidden()
    await expect(name).toHaveValue('Still here')
    await button(form, ui.save).click()
    await expect(page.getByText(memberProfile.details.saved('Still here'))).toBeVisible()
  })
})

test.describe('what fails elsewhere', () => {
  test('a list that cannot be loaded says so, and is loaded by Retry', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin', '/missions')
    await orgportal.faults.add({ path: '*/members/search', status: 500, times: 0 })
    await page.getByRole('link', { name: 'Members' }).click()
    await expect(page.getByText(members.list.failed)).toBeVisible({ timeout: 20_000 })
    await orgportal.faults.clear()
    await button(page, ui.retry).click()
    await settled(page)
  })

  test('an invitation that fails keeps address, name and roles', async ({ page, orgportal }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await button(page, members.list.invite).first().click()
    const { who, submit, failed, sent } = membersInvite
    await page.getByRole('textbox', { name: who.email }).fill('new@northwind.example')
    await page.getByRole('textbox', { name: who.name }).fill('New Person')
    await orgportal.faults.add({ method: 'POST', path: '*/invite', status: 500 })
    await button(page, submit.invite(1)).click()
    await expect(page.getByRole('alert').filter({ hasText: failed.invite })).toBeVisible()
    await expect(page.getByRole('textbox', { name: who.email })).toHaveValue(
      'new@northwind.example',
    )
    await expect(page.getByRole('textbox', { name: who.name })).toHaveValue('New Person')
    await button(page, submit.invite(1)).click()
    await expect(page.getByText(sent.invite('new@northwind.example'))).toBeVisible()
  })
})
