import { expect, type Locator, type Page } from '@playwright/test'
import { en } from 'orgportal/locales/en'

/** The portal's own words, so that tests name controls as a reader of the page does. */
export const {
  roleChanges,
  scim,
  ui,
  members,
  membersBulk,
  membersInvite,
  memberProfile,
  memberSignIn,
} = en

/** A card of the SCIM page, by its title. */
export function card(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true })
}

export function button(scope: Page | Locator, name: string): Locator {
  return scope.getByRole('button', { name, exact: true })
}

export function dialog(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name, exact: true })
}

/** Turns the values of a card into fields, and gives the form. */
export async function editCard(page: Page, title: string): Promise<Locator> {
  await button(page, ui.editSection(title)).click()
  return page.getByRole('form', { name: title, exact: true })
}

/** Fills in the form for a new connection and creates it. */
export async function createConnection(page: Page, provider: string, name: string): Promise<void> {
  await button(page, scim.empty.create).click()
  await page.getByRole('radio', { name: provider, exact: true }).check()
  await page.getByRole('textbox', { name: scim.create.name }).fill(name)
  await button(page, scim.create.submit).click()
  await expect(page.getByRole('heading', { name: scim.token.title })).toBeVisible()
}

/** The secret that is shown this one time. */
export async function shownSecret(scope: Page | Locator, label: string): Promise<string> {
  return (
    await scope.getByRole('group', { name: label, exact: true }).locator('code').innerText()
  ).trim()
}

/** Chooses options of a picker by their labels. */
export async function pick(scope: Locator, pickerName: string, options: string[]): Promise<void> {
  const picker = scope.getByRole('combobox', { name: pickerName })
  for (const option of options) {
    await picker.fill(option)
    await scope
      .page()
      .getByRole('option', { name: new RegExp(`^${option}`) })
      .click()
  }
  // A picker of one closes by itself; another Escape would be for the form.
  if ((await picker.getAttribute('aria-expanded')) === 'true') await picker.press('Escape')
}
