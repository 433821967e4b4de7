import { screen, within } from '@testing-library/react'
import { loadGuide } from '../../src/components/sso/guides/loadGuide.ts'
import type { GuideId } from '../../src/components/sso/providers.ts'
import type { TestPortalOptions } from 'orgportal/testing'
import { openSso } from './ssoPart.tsx'

/** The first one waits for all the code. */
export const TIME = { timeout: 20_000 }

export const button = (name: string | RegExp) => screen.findByRole('button', { name }, TIME)
export const heading = (name: string | RegExp) => screen.findByRole('heading', { name }, TIME)
export const urlField = () => screen.findByRole('textbox', { name: 'Metadata URL' }, TIME)

/** The list of steps, once the guide is there. */
export const stepList = () => screen.findByRole('navigation', { name: 'Set-up steps' }, TIME)

/** All that is kept in this browser, as one text. */
export const kept = () => JSON.stringify({ ...localStorage, ...sessionStorage })

/** Makes a connection in the portal, and stands at the first step of its guide. */
export async function begin(choice: GuideId, options: TestPortalOptions = {}) {
  const opened = await openSso({ ...options, params: { screen: 'new', choice } })
  const name = await screen.findByRole('textbox', { name: 'Display name' }, TIME)
  // A provider without a name suggests none.
  if (choice.startsWith('custom-')) await opened.user.type(name, 'Tern')
  await opened.user.click(await button('Create and set up'))
  await heading(/^Set up /)
  await stepList()
  const id = opened.location.read()['connection'] ?? ''
  const stored = () => {
    const connection = opened.emulator.data.sso_connections[id]
    if (!connection) throw new Error('The connection is gone.')
    return connection
  }
  /** What was written to the connection so far. */
  const writes = () => opened.requests().filter((one) => one.startsWith('PUT /b2b/sso/')).length
  /** Opens the step with that form, out of the list of steps. */
  const openForm = async (form: 'source' | 'mapping') => {
    const { guide } = await loadGuide(choice)
    const index = guide.steps.findIndex((step) => step.form === form)
    const step = within(await stepList()).getAllByRole('button')[index]
    if (!step) throw new Error(`No step has the form ${form}.`)
    await opened.user.click(step)
  }
  return { ...opened, id, stored, writes, openForm }
}
