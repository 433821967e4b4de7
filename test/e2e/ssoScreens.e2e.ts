import type { Page } from '@playwright/test'
import { expectAccessible } from './expectAccessible.ts'
import { expectNothingCutOff } from './expectNothingCutOff.ts'
import { expect, signIn, test } from './fixtures.ts'
import { button, card, dialog, editCard, ui } from './portal.ts'
import {
  changeStored,
  listShown,
  northwind,
  openStep,
  ssoLockOut,
  ssoPlace,
  ssoSwitchOn,
  startSetup,
  steps,
  storedConnection,
} from './ssoPages.ts'
import {
  sso,
  SSO_PATH,
  ssoCertificates,
  ssoConnection,
  ssoCreate,
  ssoRoles,
  ssoSetup,
  ssoTest,
  ssoValues,
} from './ssoPortal.ts'

type Look = (where: string) => Promise<void>

/** Until nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], [data-part="skeleton"]')).toHaveCount(0)
}

async function open(page: Page, params: Record<string, string>): Promise<void> {
  await page.goto(ssoPlace(params))
  await settled(page)
}

/** From the list to the end of a set-up. */
async function visitSetup(page: Page, look: Look): Promise<void> {
  await signIn(page, 'admin', SSO_PATH)
  await listShown(page)
  await settled(page)
  await look('list')
  await button(page, ui.actionsFor('Northwind Okta')).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await look('row menu')
  await page.keyboard.press('Escape')
  const ways = await editCard(page, ssoSwitchOn.only.title)
  await ways.getByRole('radio', { name: ssoSwitchOn.only.choices.only.title }).check()
  await expect(ways.getByText(/could not sign in any more/).first()).toBeVisible()
  await look('ways to sign in')
  await button(ways, ui.cancel).click()
  await page.reload()

  await open(page, { screen: 'new', choice: 'okta-saml' })
  await expect(page.getByRole('textbox', { name: ssoCreate.name })).toBeVisible()
  await look('new connection')
  await open(page, { screen: 'new', choice: 'external' })
  await button(page, ssoCreate.submit).click()
  await expect(page.getByText(ssoCreate.external.problems['organization-empty'])).toBeVisible()
  await look('external connection, refused')

  await startSetup(page, 'okta-saml')
  const count = await steps(page).getByRole('button').count()
  for (let index = 0; index < count; index += 1) {
    const step = steps(page).getByRole('button').nth(index)
    await step.click()
    await expect(step).toHaveAttribute('aria-current', 'step')
    await settled(page)
    await look(`guide, step ${String(index + 1)}`)
  }
  await openStep(page, 'Bring the details back')
  for (const way of ['file', 'manual'] as const) {
    await page.getByRole('radio', { name: ssoValues.saml.ways[way].title }).check()
    // As Okta calls it.
    const field = way === 'file' ? ssoValues.saml.metadataPaste : 'Sign on URL'
    await page.getByRole('textbox', { name: new RegExp(`^${field}`, 'i') }).fill('http://not it')
    await button(page, ssoSetup.save).click()
    await expect(page.getByText(ssoSetup.refused.title)).toBeVisible()
    await look(`guide, refused, ${way}`)
  }
  await startSetup(page, 'microsoft-entra-oidc')
  await openStep(page, 'Bring the details back')
  await settled(page)
  await look('guide, OIDC')
}

/** A connection of each kind, what is edited there and what opens over it. */
async function visitConnections(page: Page, look: Look): Promise<void> {
  await signIn(page, 'admin', SSO_PATH)
  const { connection_id: connection } = await storedConnection('Northwind Okta')
  await open(page, { connection })
  await expect(card(page, ssoRoles.title)).toBeVisible()
  await expect(card(page, ssoCertificates.title).getByRole('table')).toBeVisible()
  await look('connection')
  await editCard(page, ssoConnection.details.title)
  await editCard(page, ssoValues.sourceCard.title)
  await editCard(page, ssoValues.mappingCard.title)
  await editCard(page, ssoRoles.title)
  await settled(page)
  await look('connection, editing')
  await open(page, { connection, dialog: 'add-certificate' })
  const adding = dialog(page, ssoCertificates.adding.title)
  await adding.getByRole('textbox').fill('not a certificate')
  await expect(adding.getByRole('listitem')).toBeVisible()
  await look('certificate')
  await open(page, { connection, dialog: 'delete' })
  await expect(dialog(page, ssoConnection.delete.title('Northwind Okta'))).toBeVisible()
  await look('deletion of the default')
  await open(page, { connection })
  await button(page, ssoConnection.values.handOver).click()
  await expect(dialog(page, ssoConnection.handOver.title)).toBeVisible()
  await settled(page)
  await look('hand-over sheet')

  for (const name of ['Suppliers Entra', 'Northwind Google', 'Harbor Works', 'Tern Logistics']) {
    await open(page, { connection: (await storedConnection(name)).connection_id })
    await expect(card(page, ssoConnection.danger.title)).toBeVisible()
    await look(name)
  }
  await changeStored((data) => {
    Object.assign(northwind(data), { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] })
  })
  const { connection_id: harbor } = await storedConnection('Harbor Works')
  await open(page, { connection: harbor, dialog: 'delete' })
  await expect(page.getByRole('textbox', { name: ssoLockOut.typed('Harbor Works') })).toBeVisible()
  await look('lock-out')

  await open(page, { connection, section: 'test' })
  const region = card(page, ssoTest.title)
  const opening = page.waitForEvent('popup')
  await button(region, ssoTest.start).click()
  const popup = await opening
  await expect(button(region, ssoTest.waiting.cancel)).toBeVisible()
  await look('test, waiting')
  await popup.getByRole('button', { name: 'Bruno Costa' }).click()
  await expect(region.getByText(ssoTest.passed.title('Bruno Costa'))).toBeVisible()
  await look('test, passed')
  await open(page, { connection: 'no-such-connection' })
  await expect(page.getByText(sso.notFound.title)).toBeVisible()
  await look('no such connection')
}

test.use({ seed: 'sso' })

test.describe('single sign-on at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: 'reduce' } })
  test.slow()

  test('every screen of a set-up fits', async ({ page }) => {
    await visitSetup(page, (where) => expectNothingCutOff(page, where))
  })

  test('every connection and dialog fits', async ({ page }) => {
    await visitConnections(page, (where) => expectNothingCutOff(page, where))
  })

  test.describe('with no connection', () => {
    test.use({ seed: 'sso-none' })

    test('the invitation to the first one fits', async ({ page }) => {
      await signIn(page, 'admin', SSO_PATH)
      await expect(page.getByText(sso.list.empty.title)).toBeVisible()
      await expectNothingCutOff(page, 'empty')
    })
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing about single sign-on in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('in a set-up', async ({ page }) => {
      test.setTimeout(240_000)
      await visitSetup(page, (where) => expectAccessible(page, where))
    })

    test('on the page of a connection', async ({ page }) => {
      test.setTimeout(240_000)
      await visitConnections(page, (where) => expectAccessible(page, where))
    })

    test('on what is closed to a viewer and to a member', async ({ page }) => {
      test.slow()
      const { connection_id: connection } = await storedConnection('Northwind Okta')
      await signIn(page, 'sso-viewer', ssoPlace({ connection }))
      await settled(page)
      await expectAccessible(page, 'viewer')
      await signIn(page, 'member', SSO_PATH)
      await expect(page.getByRole('heading', { name: sso.denied.title })).toBeVisible()
      await expectAccessible(page, 'member')
    })
  })
}
