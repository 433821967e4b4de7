import { expect, scimTarget, signIn, test } from './fixtures.ts'
import {
  button,
  card,
  createConnection,
  dialog,
  editCard,
  pick,
  roleChanges,
  scim,
  shownSecret,
  ui,
} from './portal.ts'
import { createGroup, createUser, scimRequest } from './scimRequests.ts'

test.describe('the SCIM part', () => {
  test('takes an admin from no connection to a deleted one', async ({ page, orgportal }) => {
    test.setTimeout(120_000)
    await signIn(page, 'admin')

    await test.step('the token of a new connection survives stray clicks, Escape and Back', async () => {
      await createConnection(page, scim.providers.okta, 'Northwind Okta')
      const token = await shownSecret(page, scim.token.label)
      expect(token).toBe((await scimTarget(orgportal)).bearer_token)

      await page.mouse.click(5, 5)
      await page.keyboard.press('Escape')
      page.once('dialog', (question) => void question.dismiss())
      await page.getByRole('link', { name: 'Fleet' }).click()
      await page.goBack()
      await button(dialog(page, scim.token.leave.question), scim.token.leave.keep).click()
      expect(await shownSecret(page, scim.token.label)).toBe(token)

      await button(page, scim.token.continue).click()
      await expect(page.getByText(scim.token.mustStore)).toBeVisible()
      await page.getByRole('checkbox', { name: scim.token.stored }).check()
      await button(page, scim.token.continue).click()
    })

    await test.step('the guide is walked through, and keeps its ticks across a reload', async () => {
      await expect(
        page.getByRole('heading', { name: scim.setup.title(scim.providers.okta) }),
      ).toBeVisible()
      const next = button(page, scim.setup.next)
      await next.click()
      await button(page, scim.setup.previous).click()
      await page.reload()
      const done = page.getByRole('checkbox', { name: scim.setup.done })
      await expect(done).toBeChecked()
      await done.uncheck()
      await expect(done).not.toBeChecked()
      while (await next.isVisible()) await next.click()
      await expect(page.getByRole('heading', { name: scim.setup.arrival })).toBeVisible()
      await expect(page.getByText(scim.provisioning.waiting)).toBeVisible()
      await button(page, scim.setup.finish).click()
    })

    await test.step('what curl pushes appears without a reload', async () => {
      const target = await scimTarget(orgportal)
      const directory = { base_url: target.base_url, token: target.bearer_token }
      await expect(
        card(page, scim.provisioning.title).getByText(scim.provisioning.waiting),
      ).toBeVisible()
      const grace = await createUser(directory, {
        userName: 'grace.hopper@northwind.example',
        givenName: 'Grace',
        familyName: 'Hopper',
      })
      await createGroup(directory, { displayName: 'Compiler Team', members: [grace] })
      const provisioning = card(page, scim.provisioning.title)
      await expect(provisioning.getByText('Grace Hopper')).toBeVisible({ timeout: 15_000 })
      await expect(provisioning.getByRole('rowheader', { name: 'Compiler Team' })).toBeVisible()
      await expect(provisioning.getByText(scim.provisioning.arrived)).toBeVisible()
    })

    await test.step('a group is mapped to two roles, and the review names who gains them', async () => {
      const form = await editCard(page, scim.roles.title)
      await pick(form, scim.roles.add, ['Compiler Team'])
      await pick(form, scim.roles.pick('Compiler Team'), ['Engineer', 'Viewer'])
      await button(form, scim.roles.review).click()
      const review = dialog(page, scim.roles.reviewTitle)
      for (const role of ['Engineer', 'Viewer']) {
        await expect(review.getByText(roleChanges.gains(1, role))).toBeVisible()
        await expect(review.getByText(scim.preview.gives('Compiler Team', role))).toBeVisible()
      }
      await expect(review.getByText('Grace Hopper').first()).toBeVisible()
      await button(review, scim.roles.save).click()
      await expect(page.getByText(scim.roles.saved(1))).toBeVisible()
      await page.reload()
      const roles = card(page, scim.roles.title)
      await expect(roles.getByText('Engineer', { exact: true })).toBeVisible()
      await expect(roles.getByText('Viewer', { exact: true })).toBeVisible()
    })

    await test.step('both tokens work until the rotation is completed, then only the next one', async () => {
      const before = await scimTarget(orgportal)
      await button(card(page, scim.rotation.title), scim.rotation.start).click()
      const rotation = dialog(page, scim.rotation.dialogTitle)
      await button(rotation, scim.rotation.create).click()
      const next = await shownSecret(rotation, scim.token.nextLabel)
      await page.keyboard.press('Escape')
      await page.mouse.click(5, 5)
      await expect(rotation.getByText(next)).toBeVisible()

      const status = async (token: string) =>
        (await scimRequest({ base_url: before.base_url, token }, 'GET', '/Users')).status
      expect(await status(before.bearer_token)).toBe(200)
      expect(await status(next)).toBe(200)

      await rotation.getByRole('checkbox', { name: scim.token.stored }).check()
      await button(rotation, scim.token.next).click()
      await button(rotation, scim.rotation.later).click()
      await page.reload()
      const token = card(page, scim.rotation.title)
      await expect(
        token.getByText(scim.rotation.runningHint(before.bearer_token.slice(-4), next.slice(-4))),
      ).toBeVisible()

      await button(token, scim.rotation.continue).click()
      await button(rotation, scim.rotation.placed).click()
      await button(rotation, scim.rotation.complete).click()
      await expect(token.getByText(scim.rotation.completed(next.slice(-4)))).toBeVisible()
      expect(await status(before.bearer_token)).toBe(401)
      expect(await status(next)).toBe(200)
    })

    await test.step('deleting says what it does, and wants the name typed', async () => {
      await button(card(page, scim.danger.title), scim.danger.delete).click()
      const question = dialog(page, scim.danger.dialogTitle('Northwind Okta'))
      await expect(question.getByText(scim.danger.usersStay(1))).toBeVisible()
      await expect(question.getByText(scim.danger.rolesLost(1))).toBeVisible()
      await expect(question.getByText(scim.danger.groupsGone(1))).toBeVisible()

      const name = question.getByRole('textbox')
      await name.fill('Northwind')
      await button(question, scim.danger.confirm).click()
      await expect(question.getByText(ui.confirmDialog.mismatch('Northwind Okta'))).toBeVisible()

      const target = await scimTarget(orgportal)
      await name.fill('Northwind Okta')
      await button(question, scim.danger.confirm).click()
      await expect(page.getByText(scim.danger.deleted('Northwind Okta'))).toBeVisible()
      await expect(page.getByRole('heading', { name: scim.empty.title })).toBeVisible()
      const refused = await scimRequest(
        { base_url: target.base_url, token: target.bearer_token },
        'GET',
        '/Users',
      )
      expect(refused.ok).toBe(false)
    })
  })
})
