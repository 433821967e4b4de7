import { expectAccessible } from './expectAccessible.ts'
import { expectNothingCutOff } from './expectNothingCutOff.ts'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { grid, MEMBERS_PATH, settled } from './membersPortal.ts'
import {
  button,
  card,
  editCard,
  memberProfile,
  members,
  membersBulk,
  membersInvite,
  memberSignIn,
  ui,
} from './portal.ts'

test.use({ seed: 'members' })

const LONG = 'Maximiliana Konstantinopoulou-Featherstonehaugh de la Cruz y Montenegro'

/** Every screen, one after the other, with what opens over it. */
async function visitAll(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await signIn(page, 'admin', `${MEMBERS_PATH}?portal.role=engineer`)
  await settled(page)
  await expect(grid(page).getByRole('link', { name: LONG })).toBeVisible()
  await look('list')
  await button(page, members.filters.more).click()
  await button(page, ui.filter.button(members.filters.role, ['Engineer'])).click()
  await expect(page.getByRole('dialog', { name: members.filters.role })).toBeVisible()
  await look('filter')
  await page.keyboard.press('Escape')
  await button(page, members.view.label).click()
  await expect(page.getByRole('dialog', { name: members.view.label })).toBeVisible()
  await look('columns')
  await page.keyboard.press('Escape')
  await button(page, ui.actionsFor('Imani Cole')).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await look('row menu')
  await page.keyboard.press('Escape')
  await button(page, members.export).click()
  await expect(page.getByRole('dialog', { name: membersBulk.export.title })).toBeVisible()
  await look('export')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('checkbox', { name: members.list.select('Hugo Lambert') }).check()
  await page.getByRole('checkbox', { name: members.list.select(LONG) }).check()
  await expect(page.getByRole('group', { name: membersBulk.bar.label })).toBeVisible()
  await look('selection')
  await button(page, membersBulk.actions.addRoles).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('add roles')
  await page.keyboard.press('Escape')
  await button(page, membersBulk.actions.deactivate).click()
  const deactivation = page.getByRole('dialog')
  await expect(deactivation).toBeVisible()
  await look('deactivate')
  await button(deactivation, membersBulk.actions.deactivate).click()
  const run = page.getByRole('region', { name: membersBulk.run.label })
  await expect(button(run, membersBulk.run.undo)).toBeVisible()
  await look('run')
  await button(run, membersBulk.run.details).click()
  await expect(page.getByRole('dialog', { name: membersBulk.outcome.title })).toBeVisible()
  await look('outcomes')
  await page.keyboard.press('Escape')
  await button(run, membersBulk.run.undo).click()
  await expect(run.getByText(membersBulk.outcome.done.reactivate(2))).toBeVisible()
  await button(run, membersBulk.run.dismiss).click()

  await grid(page).getByRole('link', { name: 'Imani Cole' }).click()
  const apps = card(page, memberSignIn.apps.title)
  // They are asked for once they come into view.
  await apps.scrollIntoViewIfNeeded()
  await expect(apps.getByRole('table')).toBeVisible()
  await look('member')
  await editCard(page, memberProfile.details.title)
  await editCard(page, memberProfile.email.title)
  await editCard(page, memberProfile.roles.title)
  await look('member, editing')
  await page.reload()
  await button(page, memberProfile.danger.deactivate.button).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('member, deactivate')
  await page.keyboard.press('Escape')
  await button(page, members.back).click()
  await grid(page).getByRole('link', { name: LONG }).click()
  await expect(page.getByRole('heading', { name: LONG })).toBeVisible()
  await look('a long name')
  await button(page, members.back).click()

  await button(page, members.list.invite).first().click()
  await expect(page.getByRole('textbox', { name: membersInvite.who.email })).toBeVisible()
  await look('invite one')
  await button(page, membersInvite.who.import).click()
  await page.getByRole('textbox', { name: membersInvite.who.paste }).fill(PASTED)
  await look('paste')
  await button(page, membersInvite.who.takePasted).click()
  await expect(page.getByRole('table', { name: membersInvite.table.caption })).toBeVisible()
  await button(page, membersInvite.submit.inviteAll).click()
  await expect(page.getByText(membersInvite.refused.problems(1))).toBeVisible()
  await look('invite many')
  await button(page, membersInvite.table.removeProblems(1)).click()
  await button(page, membersInvite.submit.invite(2)).click()
  await expect(page.getByRole('heading', { name: membersInvite.done.title })).toBeVisible()
  await look('invited')
}

const PASTED = `ada.byron@northwind.example
somebody.with.a.rather.long.address.before.the.at@contractors.northwind.example
not an address`

test.describe('members at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } })

  test('every screen fits', async ({ page }) => {
    test.slow()
    await visitAll(page, (where) => expectNothingCutOff(page, where))
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing about members in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('on every screen', async ({ page }) => {
      test.setTimeout(240_000)
      await visitAll(page, (where) => expectAccessible(page, where))
    })

    test('on what is closed to an auditor and to a member', async ({ page }) => {
      test.slow()
      await signIn(page, 'auditor', `${MEMBERS_PATH}?portal.role=engineer`)
      await settled(page)
      await expectAccessible(page)
      await grid(page).getByRole('link', { name: 'Imani Cole' }).click()
      await expect(card(page, memberProfile.details.title)).toBeVisible()
      await expectAccessible(page)
      await signIn(page, 'member', MEMBERS_PATH)
      await expect(page.getByRole('heading', { name: members.denied.title })).toBeVisible()
      await expectAccessible(page)
    })
  })
}
