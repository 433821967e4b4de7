import { EMULATOR_URL } from './addresses.ts'
import { expect, signIn, test } from './fixtures.ts'
import { MEMBERS_PATH, rowOf } from './membersPortal.ts'
import { button, card, editCard, memberProfile, pick, ui } from './portal.ts'
import {
  copied,
  createSso,
  expectAuditor,
  expectStep,
  followSteps,
  giveRolesByGroup,
  openProvider,
  otherBrowser,
  outcomeRow,
  passTest,
  saveStep,
  signInThrough,
  sso,
  SSO_PATH,
  ssoCreate,
  ssoGuides,
  ssoRoles,
  ssoSetup,
  ssoTest,
  ssoValues,
} from './ssoPortal.ts'

/** As the provider's page offers her; with address and groups she is put into groups there. */
const MIA = { name: 'Mia Svensson' }
const MIAS_ADDRESS = 'mia.svensson@northwind.example'
const ADA = { name: 'Ada Lovelace' }

test.describe('from no connection to a member who signs in through one', () => {
  test.use({ seed: 'sso-none' })

  test('Okta by SAML: the guide, metadata by its address, and a role by group', async ({
    page,
    browser,
    orgportal,
  }) => {
    test.setTimeout(120_000)
    const { steps, values, fields } = ssoGuides['okta-saml']
    const mia = await otherBrowser(browser)
    await signIn(mia, 'member', SSO_PATH)
    await expect(mia.getByText(sso.denied.title)).toBeVisible()

    await signIn(page, 'admin', SSO_PATH)
    await expect(page.getByText(sso.list.empty.title)).toBeVisible()
    const connectionId = await createSso(page, {
      provider: sso.providers.okta,
      protocol: 'saml',
      name: 'Acme Okta',
    })

    await test.step('what Okta has to know is copied from the guide', async () => {
      await followSteps(page, [title(steps, 'app')])
      await expectStep(page, title(steps, 'saml'))
      const callback = `${EMULATOR_URL}/v1/b2b/sso/callback/${connectionId}`
      expect(await copied(page, ui.copy.copyWhat(value(values, 'acs')))).toBe(callback)
      expect(await copied(page, ui.copy.copyWhat(value(values, 'audience')))).toBe(callback)
      const attributes = ['saml', 'attributes', 'groups'].map((id) => title(steps, id))
      await followSteps(page, attributes)
    })

    await test.step('the usual mapping stands there, and groups are added to it', async () => {
      await expectStep(page, title(steps, 'mapping'))
      const { mapping } = ssoValues
      const of = (name: string) =>
        page.getByRole('textbox', { name: mapping.theirNameOf(name), exact: true })
      await expect(of(mapping.names.email)).toHaveValue('NameID')
      await expect(of(mapping.names.first_name)).toHaveValue('firstName')
      await button(page, mapping.add(mapping.names.groups)).click()
      await expect(of(mapping.names.groups)).toHaveValue('groups')
      await saveStep(page)
    })

    await test.step('what Okta tells is brought back by its metadata address', async () => {
      await followSteps(page, [title(steps, 'assign')])
      await expectStep(page, title(steps, 'source'))
      const okta = await openProvider(page, 'saml', 'okta-acme')
      const metadataUrl = await copied(okta, 'Copy Metadata URL')
      await okta.close()
      await page
        .getByRole('textbox', { name: fields.metadataUrl ?? '', exact: true })
        .fill(metadataUrl)
      await saveStep(page)
    })

    await test.step('the admin tests it, and stays signed in', async () => {
      await expectStep(page, ssoSetup.test)
      const region = await passTest(page, ADA)
      await expect(outcomeRow(region, ssoTest.passed.groups)).toHaveText('Everyone')
      await button(page, ssoSetup.next).click()
      await expect(page.getByText(ssoSetup.finishStep.active('Acme Okta'))).toBeVisible()
      await expect(page.getByText(ssoSetup.finishStep.tested(ADA.name))).toBeVisible()
      await button(page, ssoSetup.done).click()
    })

    await test.step('a group gives a role', async () => {
      await giveRolesByGroup(page, 'Robotics', ['Auditor'])
      const person = { ...MIA, email: MIAS_ADDRESS, groups: ['Everyone', 'Robotics'] }
      const region = await passTest(page, person)
      const roles = outcomeRow(region, ssoTest.passed.roles)
      await expect(roles).toContainText('Auditor')
      await expect(roles).toContainText(ssoTest.sources.thisGroup('Robotics'))
    })

    await test.step('a member of the group signs in and has it', async () => {
      await signInThrough(mia, orgportal, connectionId, MIA)
      await expectAuditor(mia, 'Acme Okta')
    })

    await test.step('a member of no such group signs in and has it not', async () => {
      const nikhil = await otherBrowser(browser)
      await signInThrough(nikhil, orgportal, connectionId, { name: 'Nikhil Banerjee' })
      await nikhil.goto(SSO_PATH)
      await expect(nikhil.getByText(sso.denied.title)).toBeVisible()
    })
  })

  test('Entra by OIDC, from which no roles follow by group: a member has the role given directly', async ({
    page,
    browser,
    orgportal,
  }) => {
    test.setTimeout(120_000)
    const { steps, values, fields } = ssoGuides['microsoft-entra-oidc']
    await signIn(page, 'admin', SSO_PATH)
    const connectionId = await createSso(page, {
      provider: sso.providers['microsoft-entra'],
      protocol: 'oidc',
      name: 'Acme Entra',
    })

    await test.step('the redirect URI goes to Entra', async () => {
      await expectStep(page, title(steps, 'app'))
      const redirectUrl = await copied(page, ui.copy.copyWhat(value(values, 'redirect')))
      expect(redirectUrl).toBe(`${EMULATOR_URL}/v1/b2b/sso/callback/${connectionId}`)
      await followSteps(
        page,
        ['app', 'claims', 'groups', 'secret'].map((id) => title(steps, id)),
      )
    })

    await test.step('issuer, client id and secret come back', async () => {
      await expectStep(page, title(steps, 'source'))
      const entra = await openProvider(page, 'oidc', 'microsoft-entra-acme')
      const told = {
        [fields.issuer ?? '']: await copied(entra, 'Copy Issuer'),
        [fields.clientId ?? '']: await copied(entra, 'Copy Client id'),
        [fields.clientSecret ?? '']: await copied(entra, 'Copy Client secret'),
      }
      await entra.close()
      for (const [label, text] of Object.entries(told)) {
        await page.getByLabel(label, { exact: true }).fill(text)
      }
      await expect(page.getByText(ssoValues.oidc.discovered)).toBeVisible()
      await saveStep(page)
      await expectStep(page, title(steps, 'mapping'))
      await button(page, ssoSetup.next).click()
      await followSteps(page, [title(steps, 'assign')])
    })

    await test.step('the admin tests it, and is told that no roles follow from groups', async () => {
      await expectStep(page, ssoSetup.test)
      await passTest(page, ADA)
      await button(page, ssoSetup.next).click()
      await expect(page.getByText(ssoSetup.finishStep.active('Acme Entra'))).toBeVisible()
      await expect(page.getByText(ssoSetup.finishStep.noRoles)).toBeVisible()
      await button(page, ssoSetup.done).click()
      await expect(card(page, ssoRoles.title).getByText(ssoRoles.oidc)).toBeVisible()
    })

    const mia = await otherBrowser(browser)
    await test.step('a member signs in through it without the role', async () => {
      await signInThrough(mia, orgportal, connectionId, MIA)
      await mia.goto(SSO_PATH)
      await expect(mia.getByText(sso.denied.title)).toBeVisible()
    })

    await test.step('and with it, once it was given to her', async () => {
      await page.goto(MEMBERS_PATH)
      await rowOf(page, MIAS_ADDRESS).getByRole('link', { name: MIA.name }).click()
      const form = await editCard(page, memberProfile.roles.title)
      await pick(form, memberProfile.roles.direct, ['Auditor'])
      await button(form, ui.save).click()
      await expect(page.getByText(memberProfile.roles.saved(['Auditor']))).toBeVisible()
      await signInThrough(mia, orgportal, connectionId, MIA)
      await expectAuditor(mia, 'Acme Entra')
    })
  })

  test('another provider by SAML: pasted XML, and somebody new joins with both roles of a group', async ({
    page,
    browser,
    orgportal,
  }) => {
    test.setTimeout(120_000)
    const { steps } = ssoGuides['custom-saml']
    await signIn(page, 'admin', SSO_PATH)
    const connectionId = await createSso(page, {
      provider: ssoCreate.others['custom-saml'],
      name: 'Harbor',
    })
    await followSteps(
      page,
      ['app', 'attributes', 'groups'].map((id) => title(steps, id)),
    )
    await expectStep(page, title(steps, 'mapping'))
    await button(page, ssoValues.mapping.add(ssoValues.mapping.names.groups)).click()
    await saveStep(page)

    await test.step('the XML is read as it is pasted', async () => {
      await expectStep(page, title(steps, 'source'))
      const { saml } = ssoValues
      const provider = `${EMULATOR_URL}/idp/saml/harbor-works`
      const xml = await (await page.request.get(`${provider}/metadata`)).text()
      await page.getByRole('radio', { name: saml.ways.file.title, exact: true }).check()
      await page.getByRole('textbox', { name: saml.metadataPaste }).fill(xml)
      const read = page.getByRole('region', { name: saml.read.title })
      await expect(read.getByText(provider, { exact: true })).toBeVisible()
      await expect(read.getByText(`${provider}/sso`, { exact: true })).toBeVisible()
      await saveStep(page)
    })

    await followSteps(page, [title(steps, 'assign')])
    await passTest(page, ADA)
    await button(page, ssoSetup.next).click()
    await expect(page.getByText(ssoSetup.finishStep.active('Harbor'))).toBeVisible()
    await button(page, ssoSetup.done).click()
    await giveRolesByGroup(page, 'Robotics', ['Auditor', 'Engineer'])

    const noor = await otherBrowser(browser)
    await signInThrough(noor, orgportal, connectionId, { name: 'Noor Aziz' })
    await expectAuditor(noor, 'Harbor')

    await test.step('a test by the same person says where the roles come from', async () => {
      const region = await passTest(page, { name: 'Noor Aziz' })
      const roles = outcomeRow(region, ssoTest.passed.roles).getByRole('listitem')
      await expect(roles).toHaveText([
        `Auditor ${ssoTest.sources.thisGroup('Robotics')}`,
        `Engineer ${ssoTest.sources.thisGroup('Robotics')}`,
      ])
    })
  })
})

type GuideSteps = (typeof ssoGuides)['okta-saml']['steps']

function title(steps: GuideSteps, id: string): string {
  const step = steps[id]
  if (!step) throw new Error(`The guide has no step ${id}.`)
  return step.title
}

function value(values: Readonly<Record<string, string>>, id: string): string {
  const label = values[id]
  if (label === undefined) throw new Error(`The guide has no value ${id}.`)
  return label
}
