import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { AdminPortalSSO } from 'orgportal/components'
import { portalOf } from '../PartStory.tsx'
import { forgetDrafts } from './forgetDrafts.ts'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/New connection',
  component: AdminPortalSSO,
  args: { ...ssoStory.args, prepare: forgetDrafts },
}
export default meta

type Story = StoryObj<SsoStoryArgs>

const at = (choice?: string) => ({ screen: 'new', ...(choice !== undefined && { choice }) })

/** All providers, and the ways that are open to every other one. */
export const Choosing: Story = {
  args: { params: at() },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('radio', { name: 'Okta' })).not.toBeChecked()
    await expect(canvas.queryByRole('textbox', { name: 'Display name' })).toBeNull()
  },
}

/** A provider is found by what it was called before, and one without a guide by what it speaks. */
export const Searching: Story = {
  args: { params: at() },
  play: async ({ canvas }) => {
    const search = await canvas.findByRole('searchbox', { name: 'Search providers' })
    await userEvent.type(search, 'azure')
    await expect(canvas.getByRole('radio')).toHaveAccessibleName('Microsoft Entra')
    await userEvent.clear(search)
    await userEvent.type(search, 'Shibboleth')
    await expect(canvas.getAllByText(/There is no guide for “Shibboleth”/)[0]).toBeVisible()
    await expect(canvas.getAllByRole('radio')).toHaveLength(2)
  },
}

/** Protocol and name follow the provider. */
export const Chosen: Story = {
  args: { params: at('okta-saml') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('textbox', { name: 'Display name' })).toHaveValue('Okta')
    await userEvent.click(canvas.getByRole('radio', { name: 'OIDC (OpenID Connect)' }))
    await expect(canvas.getByRole('radio', { name: 'OIDC (OpenID Connect)' })).toBeChecked()
  },
}

/** Nothing is chosen, and it is asked for. */
export const NothingChosen: Story = {
  args: { params: at() },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Create and set up' }))
    await expect(await canvas.findByText('Choose what people sign in with.')).toBeVisible()
  },
}

/** The ids of another organization's connection, each in the other's field. */
export const ExternalSwapped: Story = {
  args: { params: at('external') },
  play: async ({ canvas }) => {
    const organization = await canvas.findByRole('textbox', {
      name: 'ID of the other organization',
    })
    await userEvent.type(organization, 'saml-connection-test-1')
    const connection = canvas.getByRole('textbox', { name: 'ID of its connection' })
    await userEvent.type(connection, 'organization-test-1')
    await userEvent.click(canvas.getByRole('button', { name: 'Swap the two' }))
    await expect(organization).toHaveValue('organization-test-1')
  },
}

/** The ids cannot be, and each field says why. */
export const ExternalWrong: Story = {
  args: { params: at('external') },
  play: async ({ canvas }) => {
    const organization = await canvas.findByRole('textbox', {
      name: 'ID of the other organization',
    })
    await userEvent.type(organization, 'acme')
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'ID of its connection' }),
      'scim-connection-test-1',
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Create connection' }))
    await expect(organization).toHaveAccessibleDescription(/begins with organization-/)
    await expect(canvas.getByText(/This is a SCIM connection/)).toBeVisible()
  },
}

/** The project allows no more of one protocol: what is left can be chosen, and the rest says why not. */
export const Limited: Story = {
  args: {
    params: at('adfs-saml'),
    world: ({ data }) => {
      data.project.can_create_saml_connection = false
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('radio', { name: 'AD FS' })).toBeDisabled()
    await userEvent.click(canvas.getByRole('radio', { name: 'Okta' }))
    const protocol = within(canvas.getByRole('group', { name: 'Protocol' }))
    await expect(protocol.getByRole('radio', { name: 'SAML' })).toBeDisabled()
  },
}

/** The request failed: what was typed is there, and goes again. */
export const Failed: Story = {
  args: {
    params: at('okta-saml'),
    faults: [{ path: '/sdk/v1/b2b/sso/saml', status: 400, error_type: 'bad_request', times: 0 }],
  },
  play: async ({ canvas, loaded }) => {
    const name = await canvas.findByRole('textbox', { name: 'Display name' })
    await userEvent.type(name, ' of the lab')
    await userEvent.click(canvas.getByRole('button', { name: 'Create and set up' }))
    await expect(await canvas.findByText('The connection was not created')).toBeVisible()
    await expect(name).toHaveValue('Okta of the lab')
    await expect(portalOf(loaded).requests()).toContain('POST /b2b/sso/saml')
  },
}

/** The organization has as many as it may have. */
export const TooMany: Story = {
  args: {
    params: at('okta-saml'),
    faults: [
      {
        path: '/sdk/v1/b2b/sso/saml',
        status: 400,
        error_type: 'too_many_sso_connections',
        times: 0,
      },
    ],
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Create and set up' }))
    await expect(await canvas.findByText(/as many connections as it may have/)).toBeVisible()
  },
}
