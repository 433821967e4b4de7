import type { Page } from '@playwright/test'
import { expect, openTab, signIn, test } from './fixtures.ts'
import {
  expectCount,
  filterBy,
  grid,
  MEMBERS_PATH,
  searchBox,
  settled,
  storedMembers,
} from './membersPortal.ts'
import { button, dialog, members, membersBulk, ui } from './portal.ts'

const { bar, ask, run, outcome, actions, interrupted } = membersBulk

test.use({ seed: 'ten-thousand-members' })

/** Shows the active members called so, and how many they are. */
async function listActive(page: Page, search: string): Promise<number> {
  await searchBox(page).fill(search)
  await filterBy(page, members.filters.status, [members.statuses.active])
  await expect(page).toHaveURL(/portal\.status=active/)
  await settled(page)
  return (await called(search, 'active')).length
}

async function called(search: string, status: string) {
  return (await storedMembers()).filter(
    (member) => member.email_address.includes(search) && member.status === status,
  )
}

async function selectAllThatMatch(page: Page, count: number): Promise<void> {
  await page.getByRole('checkbox', { name: members.list.selectPage }).check()
  await button(page, bar.selectMatching(count)).click()
  await expect(page.getByText(bar.matching(count), { exact: true })).toBeVisible()
}

/** Asks for a deactivation of all that are selected, and confirms it by their number where that is asked. */
async function deactivate(page: Page, count: number): Promise<void> {
  await button(page, actions.deactivate).click()
  const question = dialog(page, ask.title.deactivate(ask.allMatching))
  if (count > 100) await question.getByRole('textbox').fill(String(count))
  await button(question, actions.deactivate).click()
  await expect(question).toBeHidden()
}

function runCard(page: Page) {
  return page.getByRole('region', { name: run.label, exact: true })
}

test.describe('many at once', () => {
  test('all that match are deactivated, over five pages, and it is undone', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    const count = await listActive(page, 'weber')
    expect(count).toBeGreaterThan(100)
    await selectAllThatMatch(page, count)
    await button(page, ui.pagination.next).click()
    await expect(page).toHaveURL(/portal\.page=2/)
    await expect(page.getByText(bar.matching(count), { exact: true })).toBeVisible()
    const before = await called('weber', 'deleted')

    await deactivate(page, count)
    const card = runCard(page)
    await expect(card.getByText(outcome.done.deactivate(count))).toBeVisible({ timeout: 20_000 })
    expect(await called('weber', 'active')).toEqual([])
    expect(await called('weber', 'deleted')).toHaveLength(before.length + count)
    const deletions = (await orgportal.requests()).filter(({ method }) => method === 'DELETE')
    expect(deletions, 'each is sent once').toHaveLength(count)
    expect(new Set(deletions.map(({ path }) => path)).size).toBe(count)
    await expect(page.getByText(members.list.noMatch)).toBeVisible()

    await button(card, run.details).click()
    const outcomes = dialog(page, outcome.title)
    await expect(outcomes.getByText(outcome.states.done).first()).toBeVisible()
    const download = page.waitForEvent('download')
    await button(outcomes, outcome.download).click()
    expect((await download).suggestedFilename()).toMatch(/^member-outcomes.*\.csv$/)
    await page.keyboard.press('Escape')

    await button(card, run.undo).click()
    await expect(card.getByText(outcome.done.reactivate(count))).toBeVisible({ timeout: 20_000 })
    expect(await called('weber', 'active')).toHaveLength(count)
    const stillGone = (await called('weber', 'deleted')).map(({ member_id }) => member_id)
    expect(stillGone.sort()).toEqual(before.map(({ member_id }) => member_id).sort())
    await settled(page)
    await expectCount(page, count, 8_955)
  })

  test('a run goes on while one looks at a member, and a closed page is gone on with', async ({
    page,
    context,
    orgportal,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    const count = await listActive(page, 'weber')
    await selectAllThatMatch(page, count)
    await orgportal.setLatency(250)
    await deactivate(page, count)
    const card = runCard(page)
    await expect(card.getByRole('progressbar')).toBeVisible()

    await test.step('it is seen on the page of a member, and goes on', async () => {
      await searchBox(page).fill('zoe.dang.58')
      await page.getByRole('link', { name: 'Zoe Dang' }).click()
      await expect(page.getByRole('heading', { name: 'Zoe Dang', level: 2 })).toBeVisible()
      await expect(card.getByRole('progressbar')).toBeVisible()
      const done = (await called('weber', 'active')).length
      await expect
        .poll(async () => (await called('weber', 'active')).length)
        .toBeLessThan(Math.min(done, count - 8))
    })

    await test.step('closing the tab asks, and stops it', async () => {
      const asked = page.waitForEvent('dialog')
      const closed = page.waitForEvent('close')
      const closing = page.close({ runBeforeUnload: true })
      const question = await asked
      expect(question.type()).toBe('beforeunload')
      await question.accept()
      await closing
      await closed
    })

    await orgportal.setLatency(0)
    const left = await called('weber', 'active')
    expect(left.length).toBeGreaterThan(10)
    const again = await openTab(context, MEMBERS_PATH)
    await expect(again.getByText(interrupted.title)).toBeVisible()
    await expect(again.getByText(new RegExp(`of ${String(count)} members`))).toBeVisible()
    await button(again, interrupted.continue).click()
    await expect(runCard(again).getByText(/members? deactivated/)).toBeVisible({ timeout: 20_000 })
    expect(await called('weber', 'active')).toEqual([])
    await button(runCard(again), run.dismiss).click()
    await again.reload()
    await expect(grid(again)).toBeVisible()
    await expect(again.getByText(interrupted.title)).toBeHidden()
  })

  test('what fails is told, and can be tried again', async ({ page, orgportal }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    const count = await listActive(page, 'zoe.w')
    expect(count).toBeGreaterThan(4)
    const [unlucky] = await called('zoe.w', 'active')
    await orgportal.faults.add({
      method: 'DELETE',
      path: `*${unlucky?.member_id ?? ''}`,
      status: 400,
      error_message: 'Not today.',
    })
    await page.getByRole('checkbox', { name: members.list.selectPage }).check()
    await button(page, actions.deactivate).click()
    const question = dialog(page, ask.title.deactivate(ask.count(count)))
    await button(question, actions.deactivate).click()
    const card = runCard(page)
    await expect(card.getByText(outcome.done.deactivate(count - 1))).toBeVisible()
    await expect(card.getByRole('status').first()).toContainText(run.failed(1))
    expect(await called('zoe.w', 'active')).toHaveLength(1)
    await button(card, run.retry(1)).click()
    await expect(card.getByText(outcome.done.deactivate(count))).toBeVisible()
    expect(await called('zoe.w', 'active')).toEqual([])
  })
})
