import { expect, signIn, test } from './fixtures.ts'
import {
  expectCount,
  filterBy,
  grid,
  MEMBERS_PATH,
  names,
  rowOf,
  searchBox,
  settled,
  shownAddress,
  storedMember,
} from './membersPortal.ts'
import { button, card, editCard, memberProfile, members, pick, ui } from './portal.ts'

test.use({ seed: 'ten-thousand-members' })

test.describe('among 10,000 members', () => {
  test('one is found, renamed and given a role, and Back finds the list as it was', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await expectCount(page, 8_955)
    await filterBy(page, members.filters.role, ['Viewer'])
    await searchBox(page).fill('weber')
    await expect(page).toHaveURL(/portal\.search=weber/)
    await settled(page)
    const found = await names(page)
    expect(found.length).toBeGreaterThan(8)
    const row = grid(page).getByRole('rowheader').getByRole('link').nth(8)
    await row.scrollIntoViewIfNeeded()
    // Not by the wheel, which goes on after it was turned.
    await page.evaluate(() => window.scrollBy({ top: 120, behavior: 'instant' }))
    // The line, not the name in its middle: another role makes it a little higher.
    const line = grid(page).getByRole('row').nth(9)
    await expect(line.getByRole('link').first()).toHaveText(await row.innerText())
    const before = await line.boundingBox()
    const name = await row.innerText()
    const list = page.url()

    await row.click()
    await expect(page.getByRole('heading', { name, level: 2 })).toBeFocused()
    const email = await shownAddress(page)
    const details = await editCard(page, memberProfile.details.title)
    await details.getByRole('textbox', { name: memberProfile.details.name }).fill('Wanda Weber')
    const sentBefore = (await orgportal.requests()).length
    await button(details, ui.save).click()
    await expect(page.getByText(memberProfile.details.saved('Wanda Weber'))).toBeVisible()
    const sent = (await orgportal.requests()).slice(sentBefore)
    expect(sent.filter(({ method }) => method !== 'OPTIONS')).toHaveLength(1)

    const roles = await editCard(page, memberProfile.roles.title)
    await pick(roles, memberProfile.roles.direct, ['Fleet operator'])
    await expect(roles.getByText(/^Gains Fleet operator/)).toBeVisible()
    await button(roles, ui.save).click()
    await expect(
      card(page, memberProfile.roles.title).getByRole('row').filter({ hasText: 'Fleet operator' }),
    ).toBeVisible()
    const stored = await storedMember(email)
    expect(stored.name).toBe('Wanda Weber')
    expect(stored.role_ids).toEqual(expect.arrayContaining(['viewer', 'fleet_operator']))

    await page.goBack()
    await expect(page).toHaveURL(list)
    await expect(searchBox(page)).toHaveValue('weber')
    await expect(button(page, 'Role: Viewer')).toBeVisible()
    await expect(grid(page).getByRole('link', { name: 'Wanda Weber' })).toBeFocused()
    expect(await names(page)).toEqual(found.with(8, 'Wanda Weber'))
    const after = await line.boundingBox()
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1_000))).toBeLessThan(2)
  })

  test('page 3 of a filter is a link that opens, reloads, and goes back', async ({ page }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await filterBy(page, members.filters.status, [members.statuses.invited])
    await settled(page)
    const pages: string[][] = [await names(page)]
    for (const number of [2, 3]) {
      await button(page, ui.pagination.next).click()
      await expect(page).toHaveURL(new RegExp(`portal\\.page=${String(number)}`))
      await settled(page)
      pages.push(await names(page))
    }
    const [, second = [], third = []] = pages
    expect(new Set(pages.flat()).size).toBeGreaterThan(60)
    const link = page.url()

    await page.reload()
    await settled(page)
    expect(await names(page)).toEqual(third)
    await expect(page.getByText(/51–75 of/)).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(/portal\.page=2/)
    await settled(page)
    expect(await names(page)).toEqual(second)

    await page.goto('/missions')
    await page.goto(link)
    await settled(page)
    expect(await names(page)).toEqual(third)
    await expect(button(page, 'Status: Invited')).toBeVisible()
    await button(page, ui.pagination.previous).click()
    await expect(page).toHaveURL(/portal\.page=2/)
    await settled(page)
    expect(await names(page)).toEqual(second)
  })

  test('a middle click opens a member in a tab of its own, and the list stays', async ({
    page,
    context,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await settled(page)
    const link = grid(page).getByRole('rowheader').getByRole('link').nth(3)
    const name = await link.innerText()
    const list = page.url()
    // Anywhere on the row: the link covers it.
    const status = await grid(page)
      .getByRole('row')
      .nth(4)
      .locator('[data-part="status"]')
      .boundingBox()
    const opened = context.waitForEvent('page')
    await page.mouse.click((status?.x ?? 0) + 4, (status?.y ?? 0) + 4, { button: 'middle' })
    const tab = await opened
    await expect(tab.getByRole('heading', { name, level: 2 })).toBeVisible()
    await expect(page).toHaveURL(list)
    await expect(grid(page)).toBeVisible()
    await tab.close()
  })

  test('a search that is typed while an older one is answered shows the newer', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await settled(page)
    await orgportal.setLatency(400)
    await searchBox(page).fill('weber')
    await expect(page).toHaveURL(/portal\.search=weber/)
    await searchBox(page).fill('zoe.dang.58')
    await expect(rowOf(page, 'zoe.dang.58@northwind.example')).toBeVisible()
    await settled(page)
    expect(await names(page)).toEqual(['Zoe Dang'])
    await button(page, members.filters.clear).click()
    await expect(searchBox(page)).toHaveValue('')
    await settled(page)
    expect((await names(page)).length).toBe(25)
  })
})
