import { expect, signIn, test } from './fixtures.ts'
import { grid, MEMBERS_PATH, openRowMenu, settled, storedMember } from './membersPortal.ts'
import {
  button,
  card,
  dialog,
  editCard,
  memberProfile,
  members,
  membersInvite,
  memberSignIn,
  pick,
  ui,
} from './portal.ts'

test.describe('who may do what to members', () => {
  test('an auditor sees everything, and each closed control says why', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'auditor', MEMBERS_PATH)
    await settled(page)
    await expect(grid(page).getByRole('checkbox')).toHaveCount(0)
    const invite = button(page, members.list.invite)
    await expect(invite).toHaveAttribute('aria-disabled', 'true')
    await expect(invite).toHaveAccessibleDescription(/stytch\.member create/)
    await expect(invite).toHaveAccessibleDescription(/People manager/)

    const menu = await openRowMenu(page, 'Amara Diallo')
    const deactivate = menu.getByRole('menuitem', { name: members.actions.deactivate })
    await expect(deactivate).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Escape')
    await grid(page).getByRole('link', { name: 'Amara Diallo' }).click()
    await expect(card(page, memberProfile.details.title)).toBeVisible()
    const closed = [
      { name: ui.editSection(memberProfile.details.title), permission: 'update.info.name' },
      { name: ui.editSection(memberProfile.roles.title), permission: 'update.settings.roles' },
      { name: memberSignIn.sessions.revoke, permission: 'revoke-sessions' },
      { name: memberProfile.danger.deactivate.button, permission: 'stytch.member delete' },
    ]
    for (const { name, permission } of closed) {
      const control = button(page, name)
      await expect(control).toHaveAttribute('aria-disabled', 'true')
      await control.focus()
      await expect(control).toHaveAccessibleDescription(
        new RegExp(permission.replaceAll('.', '\\.')),
      )
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('form')).toHaveCount(0)

    await page.goto(`${MEMBERS_PATH}?portal.screen=invite`)
    await expect(page.getByRole('heading', { name: membersInvite.denied.title })).toBeVisible()
    const writes = (await orgportal.requests()).filter(
      ({ method, path }) =>
        ['PUT', 'DELETE'].includes(method) || path.endsWith('/invite') || path.endsWith('/members'),
    )
    expect(writes.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS')).toEqual([])
  })

  test('a plain member is told which permission is missing and who has it', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'member', MEMBERS_PATH)
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { name: members.denied.title })).toBeVisible()
    await expect(main).toContainText('stytch.member search')
    await expect(main).toContainText('People manager')
    await expect(main).not.toContainText('Amara Diallo')
    expect(
      (await orgportal.requests()).filter(({ path }) => path.endsWith('/members/search')),
    ).toEqual([])
  })

  test('a people manager gives roles, deactivates and takes it back', async ({ page }) => {
    await signIn(page, 'people-manager', MEMBERS_PATH)
    await settled(page)
    await grid(page).getByRole('link', { name: 'Grace Kimani' }).click()
    const form = await editCard(page, memberProfile.roles.title)
    await pick(form, memberProfile.roles.direct, ['Engineer'])
    await button(form, ui.save).click()
    await expect(page.getByText(memberProfile.roles.saved(['Engineer']))).toBeVisible()
    await button(page, memberProfile.danger.deactivate.button).click()
    const question = dialog(page, memberProfile.danger.deactivate.title('Grace Kimani'))
    await button(question, memberProfile.danger.deactivate.confirm).click()
    await expect(page.getByText(memberProfile.danger.deactivate.done('Grace Kimani'))).toBeVisible()
    const email = 'grace.kimani@northwind.example'
    expect((await storedMember(email)).status).toBe('deleted')
    await button(page, memberProfile.danger.undo).click()
    await expect(button(page, memberProfile.danger.deactivate.button)).toBeVisible()
    expect(await storedMember(email)).toMatchObject({ status: 'active', role_ids: ['engineer'] })
  })

  test.describe('where only one can manage roles', () => {
    test.use({ seed: 'members-last-admin' })

    test('that one cannot be deactivated, and says whom to promote first', async ({ page }) => {
      await signIn(page, 'admin', MEMBERS_PATH)
      await settled(page)
      await grid(page).getByRole('link', { name: 'Ada Lovelace' }).click()
      await button(page, memberProfile.danger.deactivate.button).click()
      const question = dialog(page, memberProfile.danger.deactivate.ownTitle)
      await expect(question.getByText(memberProfile.lastManager.title)).toBeVisible()
      await expect(button(question, memberProfile.danger.deactivate.ownConfirm)).toHaveCount(0)
    })
  })
})
