import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createEmulator } from 'orgportal/emulator'
import { openSso, storedConnection } from './ssoPart.tsx'

/** A step of a guide for the SAML connection of the seed, whose ids are always the same. */
const stepOf = (guide: string, step: string) => ({
  screen: 'setup',
  connection: storedConnection(createEmulator({ seed: 'sample' })).connection_id,
  guide,
  step,
})

describe('a guide on the screen', () => {
  it('says what to do in the console’s own labels, with a drawing of the place', async () => {
    await openSso({ params: stepOf('okta-saml', 'app') })
    await screen.findByRole('heading', { name: 'Create the app' })
    const label = screen.getByText(
      (_, element) =>
        element?.tagName === 'STRONG' && element.textContent === 'Applications, Applications',
    )
    expect(label).toBeVisible()
    expect(
      screen.getByRole('img', {
        name: 'Menu of the Okta Admin Console: Applications > Applications',
      }),
    ).toBeVisible()
  })

  it('gives the values to copy under the labels of the console', async () => {
    const { emulator } = await openSso({ params: stepOf('onelogin-saml', 'saml') })
    await screen.findByRole('heading', { name: 'Configure SAML' })
    const id = storedConnection(emulator).connection_id
    for (const name of ['Audience (EntityID)', 'Recipient', 'ACS (Consumer) URL']) {
      const field = screen.getByRole('group', { name })
      expect(within(field).getByText(new RegExp(`/${id}$`))).toBeVisible()
    }
  })

  it('shows what is typed as it is, marks and all', async () => {
    await openSso({ params: stepOf('okta-saml', 'groups') })
    expect(await screen.findByText('.*')).toBeVisible()
    expect(screen.queryByText(/`/)).toBeNull()
  })

  it('takes the words of the host, and no markup in them', async () => {
    const messages = {
      ssoGuides: {
        'okta-saml': {
          console: 'Company Okta',
          steps: {
            app: { title: 'Ask the help desk', instructions: ['<b>Open</b> *<i>a</i> > ticket*.'] },
          },
        },
        pictures: { menu: (console: string) => `Look at the ${console}` },
      },
    }
    await openSso({ params: stepOf('okta-saml', 'app'), props: { messages } })
    await screen.findByRole('heading', { name: 'Ask the help desk' })
    expect(screen.getByText(/<b>Open<\/b>/)).toBeVisible()
    expect(screen.getByText(/<i>a<\/i>/)).toBeVisible()
    expect(screen.getByRole('img', { name: 'Look at the Company Okta' })).toBeVisible()
  })
})
