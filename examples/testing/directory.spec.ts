import { expect, test } from 'orgportal/testing/playwright'

test.use({ seed: 'scim' })

test('an auditor sees the directory and can change nothing', async ({ page, orgportal }) => {
  await orgportal.signInAs('auditor')
  await page.goto('/settings/directory')
  await expect(page.getByText('Northwind Okta directory').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit details' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  const written = (await orgportal.requests()).filter(({ method }) => method === 'PUT')
  expect(written).toEqual([])
})

test('a save that fails can be tried again', async ({ page, orgportal }) => {
  await orgportal.signInAs('admin')
  await page.goto('/settings/directory')
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByRole('textbox', { name: 'Display name' }).fill('Okta')
  await orgportal.faults.add({ method: 'PUT', path: '/sdk/v1/b2b/scim/*', status: 500 })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The connection is called Okta.')).toBeVisible()
})

test('what arrives in the inbox can be followed', async ({ page, orgportal }) => {
  await orgportal.magicLink('admin')
  const mail = await orgportal.inbox.wait({ template: 'magic_link' })
  expect(mail.to).toBe('ada.lovelace@northwind.example')
  await page.goto(mail.url ?? '')
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})
