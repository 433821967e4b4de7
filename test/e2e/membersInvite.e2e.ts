import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { MEMBERS_PATH, rowOf, searchBox, storedMembers } from './membersPortal.ts'
import { button, members, membersInvite, ui } from './portal.ts'

const { who, table, options, submit, done, summary } = membersInvite

test.use({ seed: 'members-restricted' })

const GOOD = 188
const email = (number: number) => `newcomer.${String(number)}@northwind.example`

/** 188 rows that can be sent, and twelve that cannot. */
function csvOf200(): string {
  const good = Array.from({ length: GOOD }, (_, index) => {
    const roles = ['Engineer; Viewer', 'billing_admin', ''][index % 3] ?? ''
    return `${email(index)},"Newcomer, No. ${String(index)}",${roles}`
  })
  const bad = [
    // Four that are mended: what is wrong with them is the address.
    'newcomer.200northwind.example,Nobody,',
    'new comer.201@northwind.example,Nobody,',
    'newcomer.202@@northwind.example,Nobody,',
    'newcomer.203@northwind,Nobody,',
    // Eight that go: doubles, roles that there are not, domains that are not allowed.
    `${email(0)},Double,`,
    `${email(1).toUpperCase()},Double,`,
    'newcomer.210@northwind.example,Stranger,Astronaut',
    'newcomer.211@northwind.example,Stranger,Engineer; Pilot',
    'newcomer.212@northwind.example,Stranger,no_such_role',
    'somebody@elsewhere.example,Stranger,',
    'somebody.else@elsewhere.example,Stranger,',
    ',Nobody at all,',
  ]
  return `\uFEFF${['email,name,roles', ...good, ...bad].join('\r\n')}\r\n`
}

async function importFile(page: Page, text: string): Promise<void> {
  await button(page, members.list.invite).first().click()
  await expect(page.getByRole('heading', { name: membersInvite.title })).toBeFocused()
  await button(page, who.import).click()
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
}

test.describe('inviting', () => {
  test('200 from a file with 12 bad rows: some mended, the rest removed', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    const before = (await storedMembers()).length
    await importFile(page, csvOf200())
    await expect(page.getByText(summary.problems(12))).toBeVisible()
    await button(page, submit.inviteAll).click()
    await expect(page.getByText(membersInvite.refused.problems(12))).toBeVisible()
    expect(await invitations()).toEqual([])

    await page
      .getByRole('combobox', { name: table.show, exact: true })
      .selectOption({ label: table.problems(12) })
    const addresses = page.getByRole('table', { name: table.caption }).getByLabel(/^Email address/)
    await expect(addresses).toHaveCount(12)
    for (const [index, number] of [200, 201, 202, 203].entries()) {
      await addresses.nth(index).fill(email(number))
    }
    await expect(page.getByText(summary.problems(8))).toBeVisible()
    await expect(addresses, 'mended rows stay where they are').toHaveCount(12)
    await button(page, table.removeProblems(8)).click()
    await button(page, submit.invite(GOOD + 4)).click()

    await expect(page.getByText(done.text([done.invited(GOOD + 4)]))).toBeVisible({
      timeout: 30_000,
    })
    const mails = await invitations()
    expect(mails).toHaveLength(GOOD + 4)
    expect(new Set(mails).size).toBe(GOOD + 4)
    const stored = await storedMembers()
    expect(stored).toHaveLength(before + GOOD + 4)
    const first = stored.find(({ email_address }) => email_address === email(0))
    expect(first).toMatchObject({ name: 'Newcomer, No. 0', status: 'invited' })
    expect(first?.role_ids.sort()).toEqual(['engineer', 'viewer'])
    expect(stored.find(({ email_address }) => email_address === email(1))?.role_ids).toEqual([
      'billing_admin',
    ])

    const download = page.waitForEvent('download')
    await button(page, done.download).click()
    expect((await download).suggestedFilename()).toBe('invitations.csv')
    await button(page, membersInvite.back).click()
    await searchBox(page).fill('newcomer.203')
    await expect(rowOf(page, email(203))).toContainText(members.statuses.invited)

    async function invitations() {
      const messages = await orgportal.inbox.list({ template: 'invite' })
      return messages.map(({ to }) => to)
    }
  })

  test('those who fail are told, and sent again without the others', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    for (const number of [2, 5]) {
      await orgportal.faults.add({
        method: 'POST',
        path: '*invite*',
        bodyIncludes: email(number),
        status: 400,
        error_message: 'Not today.',
      })
    }
    await importFile(page, ['email', ...Array.from({ length: 8 }, (_, i) => email(i))].join('\n'))
    await button(page, submit.invite(8)).click()
    await expect(page.getByText(done.text([done.invited(6), done.failed(2)]))).toBeVisible()
    expect(await orgportal.inbox.list({ template: 'invite' })).toHaveLength(6)
    await button(page, done.mend(2)).click()
    await button(page, submit.invite(2)).click()
    await expect(page.getByText(done.text([done.invited(8)]))).toBeVisible()
    const mails = await orgportal.inbox.list({ template: 'invite' })
    expect(new Set(mails.map(({ to }) => to)).size).toBe(8)
    expect(mails).toHaveLength(8)
  })

  test('one, with a role, for a day and in French: one mail, one request for it', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await button(page, members.list.invite).first().click()
    await page.getByRole('textbox', { name: who.email }).fill('one@northwind.example')
    await page.getByRole('combobox', { name: options.expiry }).selectOption(options.expiries.day)
    await page.getByRole('combobox', { name: options.locale }).selectOption('French')
    const before = (await orgportal.requests()).length
    await button(page, submit.invite(1)).click()
    await expect(page.getByText(membersInvite.sent.invite('one@northwind.example'))).toBeVisible()
    await expect(page.getByRole('heading', { name: members.title, level: 2 })).toBeVisible()
    const sent = (await orgportal.requests())
      .slice(before)
      .filter(({ method }) => method === 'POST')
    expect(sent.filter(({ path }) => path.endsWith('/invite'))).toHaveLength(1)
    const mail = await orgportal.inbox.wait({ to: 'one@northwind.example' })
    expect(mail.template).toBe('invite')
  })

  test('a list that is not sent yet is not left without a question', async ({ page }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await importFile(page, `email\n${email(1)}\n${email(2)}`)
    await expect(button(page, submit.invite(2))).toBeVisible()
    await page.goBack()
    await button(page, ui.unsaved.keep).click()
    await expect(button(page, submit.invite(2))).toBeVisible()
  })
})

test.describe('where invitations are off', () => {
  test.use({ seed: 'members-invites-off' })

  test('the button and the screen say so, and members are added directly', async ({
    page,
    orgportal,
  }) => {
    await signIn(page, 'admin', MEMBERS_PATH)
    await expect(page.getByText(members.list.invitesOff)).toBeVisible()
    await button(page, members.list.add).click()
    await expect(page.getByText(membersInvite.off.title, { exact: true })).toBeVisible()
    await page.getByRole('textbox', { name: who.email }).fill('direct@northwind.example')
    await button(page, submit.add(1)).click()
    await expect(page.getByText(membersInvite.sent.add('direct@northwind.example'))).toBeVisible()
    expect(await orgportal.inbox.list({ to: 'direct@northwind.example' })).toEqual([])
    const stored = await storedMembers()
    expect(
      stored.filter(({ email_address }) => email_address === 'direct@northwind.example'),
    ).toHaveLength(1)
  })
})
