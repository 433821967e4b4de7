import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import {
  grid,
  MEMBERS_PATH,
  searchBox,
  settled,
  shownAddress,
  storedMember,
} from './membersPortal.ts'
import { button, dialog, memberProfile, members, membersInvite, ui } from './portal.ts'

/** Tabs until the focus is there, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (await target.evaluateAll((found) => found.includes(document.activeElement as HTMLElement)))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 presses of Tab did not reach ${String(target)}.`)
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, button(page, name))
  await page.keyboard.press('Enter')
}

test.describe('members by keyboard alone', () => {
  test('search, filter, grid, row menu, a member and back', async ({ page }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await settled(page)
    await tabTo(page, searchBox(page))
    await page.keyboard.type('northwind')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/portal\.search=northwind/)

    await press(page, members.filters.status)
    const statuses = page.getByRole('dialog', { name: members.filters.status })
    await expect(
      statuses.getByRole('checkbox', { name: members.statuses.active, exact: true }),
    ).toBeFocused()
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await expect(button(page, 'Status: Active')).toBeFocused()
    await expect(page).toHaveURL(/portal\.status=active/)
    await settled(page)

    const links = grid(page).getByRole('rowheader').getByRole('link')
    await tabTo(page, links.first())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(links.nth(2)).toBeFocused()
    await page.keyboard.press('Space')
    const name = await links.nth(2).innerText()
    await expect(page.getByRole('checkbox', { name: members.list.select(name) })).toBeChecked()
    await page.keyboard.press('Space')
    await expect(page.getByRole('checkbox', { name: members.list.select(name) })).not.toBeChecked()
    await expect(links.nth(2)).toBeFocused()

    await page.keyboard.press('End')
    await expect(button(page, ui.actionsFor(name))).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: members.actions.view })).toBeFocused()
    await page.keyboard.press('End')
    await expect(page.getByRole('menuitem', { name: members.actions.deactivate })).toBeFocused()
    await page.keyboard.press('Enter')
    const question = dialog(page, memberProfile.danger.deactivate.title(name))
    await expect(button(question, ui.cancel)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await expect(button(page, ui.actionsFor(name))).toBeFocused()

    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await expect(links.nth(2)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name, level: 2 })).toBeFocused()
    const email = await shownAddress(page)
    await press(page, ui.editSection(memberProfile.details.title))
    const field = page.getByRole('textbox', { name: memberProfile.details.name })
    await expect(field).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Typed Name')
    await page.keyboard.press('Enter')
    await expect(page.getByText(memberProfile.details.saved('Typed Name'))).toBeVisible()
    await expect(button(page, ui.editSection(memberProfile.details.title))).toBeFocused()
    expect((await storedMember(email)).name).toBe('Typed Name')

    await page.keyboard.press('Shift+Tab')
    await expect(button(page, members.back)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(grid(page).getByRole('link', { name: 'Typed Name' })).toBeFocused()
    await expect(searchBox(page)).toHaveValue('northwind')
  })

  test('somebody is invited', async ({ page, orgportal }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await settled(page)
    await press(page, members.list.invite)
    await expect(page.getByRole('heading', { name: membersInvite.title })).toBeFocused()
    await tabTo(page, page.getByRole('textbox', { name: membersInvite.who.email }))
    await page.keyboard.type('not an address')
    await page.keyboard.press('Enter')
    await expect(page.getByText(membersInvite.problems.email.spaces)).toBeVisible()
    await expect(page.getByRole('textbox', { name: membersInvite.who.email })).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('typed@northwind.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Typed Invitee')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Engin')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(button(page, membersInvite.submit.invite(1))).toBeVisible()
    await press(page, membersInvite.submit.invite(1))
    await expect(page.getByText(membersInvite.sent.invite('typed@northwind.example'))).toBeVisible()
    await expect(page.getByRole('heading', { name: members.title, level: 2 })).toBeFocused()
    const mail = await orgportal.inbox.wait({ to: 'typed@northwind.example' })
    expect(mail.template).toBe('invite')
    expect((await storedMember('typed@northwind.example')).role_ids).toEqual(['engineer'])
  })
})
