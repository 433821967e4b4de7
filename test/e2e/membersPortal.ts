import { expect, type Locator, type Page } from '@playwright/test'
import type { Member } from 'orgportal/client'
import { direct, EMULATOR_URL } from './addresses.ts'
import { button, members, ui } from './portal.ts'

export const MEMBERS_PATH = '/settings/members'

/** The list of members, as a grid. */
export function grid(page: Page): Locator {
  return page.getByRole('grid', { name: members.list.caption, exact: true })
}

/** The row of the one with this address. */
export function rowOf(page: Page, email: string): Locator {
  return grid(page).getByRole('row').filter({ hasText: email })
}

/** The links of the rows that are shown, each with a name. */
export function names(page: Page): Promise<string[]> {
  return grid(page).getByRole('rowheader').getByRole('link').allInnerTexts()
}

export function searchBox(page: Page): Locator {
  return page.getByRole('searchbox', { name: members.search.label })
}

/** Says how many members there are, of how many. */
export async function expectCount(page: Page, shown: number, all?: number): Promise<void> {
  const text = all === undefined ? members.list.count(shown) : members.list.countOf(shown, all)
  await expect(page.getByText(text, { exact: true })).toBeVisible()
}

/** Chooses options of a filter, which count at once. */
export async function filterBy(page: Page, filter: string, options: string[]): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${filter}(:|$)`) }).click()
  const list = page.getByRole('dialog', { name: filter, exact: true })
  for (const option of options) {
    await list.getByRole('checkbox', { name: option, exact: true }).check()
  }
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
}

/** Opens the menu of a row. */
export async function openRowMenu(page: Page, name: string): Promise<Locator> {
  await button(page, ui.actionsFor(name)).click()
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  return menu
}

/** The address of the member whose page this is, as it stands under the name. */
export function shownAddress(page: Page): Promise<string> {
  return page.locator('[data-part="member-summary"] > span').first().innerText()
}

/** Until everything that was asked for is there. */
export async function settled(page: Page): Promise<void> {
  await expect(grid(page)).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}

/** The members of Northwind as the emulator has them stored. */
export async function storedMembers(): Promise<StoredMember[]> {
  const response = await fetch(`${direct(EMULATOR_URL)}/_emulator/snapshot`)
  const snapshot = (await response.json()) as { members: Record<string, StoredMember> }
  return Object.values(snapshot.members)
}

/** The one with this address. */
export async function storedMember(email: string): Promise<StoredMember> {
  const found = (await storedMembers()).find(({ email_address }) => email_address === email)
  if (!found) throw new Error(`Nobody has the address ${email}.`)
  return found
}

type StoredMember = Pick<Member, 'member_id' | 'name' | 'email_address' | 'status'> & {
  role_ids: string[]
}
