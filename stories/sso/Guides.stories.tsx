import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, waitFor, within } from 'storybook/test'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/Guides',
  args: { seed: 'sso', persona: 'admin' },
}
export default meta

type Story = StoryObj<SsoStoryArgs>
type Protocol = 'saml' | 'oidc'

/** A connection of the seed by this protocol. */
function connectionBy({ data }: Pick<Emulator, 'data'>, protocol: Protocol) {
  const found = Object.values(data.sso_connections).find(({ type }) => type === protocol)
  if (!found) throw new Error(`The seed has no connection by ${protocol}.`)
  return found
}

/** A guide as the set-up shows it. Of a generic connection the API does not tell the provider, so it can be chosen. */
const shown = (protocol: Protocol, params: { guide?: string; step?: string } = {}) => ({
  params: {
    screen: 'setup',
    // The ids of a seed are always the same.
    connection: connectionBy(createEmulator({ seed: 'sso' }), protocol).connection_id,
    ...params,
  },
  world: (emulator: Emulator) => {
    Object.assign(connectionBy(emulator, protocol), { identity_provider: 'generic' })
  },
})

/** One step with its drawing. */
function drawn(guide: string, step: string, picture: RegExp): Story {
  return {
    args: shown(guide.endsWith('-oidc') ? 'oidc' : 'saml', { guide, step }),
    play: async ({ canvas }) => {
      await expect(await canvas.findByRole('img', { name: picture })).toBeVisible()
    },
  }
}

export const OktaSaml: Story = drawn('okta-saml', 'saml', /^Form in the Okta Admin Console/)
export const OktaAssignment: Story = drawn('okta-saml', 'assign', /^Where people are assigned/)
export const EntraSaml: Story = drawn('microsoft-entra-saml', 'nameId', /Name ID = user.mail/)
export const EntraOidc: Story = drawn('microsoft-entra-oidc', 'secret', /shows Value and Secret ID/)
export const GoogleWorkspace: Story = drawn('google-workspace-saml', 'app', /Web and mobile apps$/)
export const GoogleDetails: Story = drawn('google-workspace-saml', 'source', /SSO URL, Entity ID/)

/** Rules of AD FS are long, and copied whole. */
export const AdFsRule: Story = {
  ...drawn('adfs-saml', 'attributes', /emailaddress = mail/),
  play: async ({ canvas }) => {
    const rule = within(await canvas.findByRole('group', { name: 'Custom rule: Directory' }))
    await expect(rule.getByText(/query = ";mail,givenName,sn;\{0\}"/)).toBeVisible()
    await expect(rule.getByRole('button', { name: /^Copy/ })).toBeVisible()
  },
}

export const Narrow: Story = {
  ...drawn('keycloak-saml', 'client', /Master SAML Processing URL/),
  decorators: [
    (StoryOf) => (
      <div style={{ inlineSize: 360 }}>
        <StoryOf />
      </div>
    ),
  ],
}

/** The guides of a protocol, one after the other; in parts, so that none takes long. */
const walk = (protocol: Protocol, [from, to]: readonly [number, number]): Story => ({
  args: shown(protocol),
  play: async ({ canvas }) => {
    const choice = () => canvas.findByLabelText('Guide for')
    const all = [...(await choice()).querySelectorAll('option')].map(({ value }) => value)
    await expect(all).toHaveLength({ saml: 14, oidc: 11 }[protocol])
    const options = all.slice(from, to)
    const seen = new Set<string>()
    for (const guide of options) {
      await fireEvent.change(await choice(), { target: { value: guide } })
      await waitFor(() => expect(canvas.getByLabelText('Guide for')).toHaveValue(guide))
      const note = await canvas.findByText(/^Steps for the .* as of November 2026/)
      seen.add(/^Steps for the (.*) as of/.exec(note.textContent)?.[1] ?? '')
      // Four steps at least, the test and the end.
      const steps = canvas.getByLabelText('Set-up steps').querySelectorAll('li')
      await expect(steps.length).toBeGreaterThanOrEqual(6)
      const instructions = document.querySelectorAll('[data-part="sso-instructions"] li')
      await expect(instructions.length).toBeGreaterThan(0)
    }
    // Each console is called by its own name.
    await expect(seen.size).toBe(options.length)
  },
})

export const SamlGuides: Story = walk('saml', [0, 7])
export const FurtherSamlGuides: Story = walk('saml', [7, 14])
export const OidcGuides: Story = walk('oidc', [0, 6])
export const FurtherOidcGuides: Story = walk('oidc', [6, 11])
