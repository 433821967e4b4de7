import type { StoryContext } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'

/** Opens the page of a connection from the list, and a card of it for editing. */
export async function editCard(
  canvas: StoryContext['canvas'],
  { card, connection = 'Northwind Okta' }: { card: string; connection?: string },
) {
  await userEvent.click(await canvas.findByRole('link', { name: connection }))
  await userEvent.click(await canvas.findByRole('button', { name: `Edit ${card}` }))
  return within(await canvas.findByRole('form', { name: card }))
}
