import { fireEvent, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'

/** What the devtools have on the page, in their shadow root. */
export function devtools() {
  return within(devtoolsElement())
}

export function devtoolsElement(): HTMLElement {
  const host = document.querySelector('[data-orgportal-devtools]')
  const element = host?.shadowRoot?.firstElementChild
  if (!(element instanceof HTMLElement)) throw new Error('There are no devtools on the page.')
  return element
}

export async function openTab(name: string): Promise<void> {
  await userEvent.click(devtools().getByRole('tab', { name }))
}

export async function press(name: string | RegExp): Promise<void> {
  await userEvent.click(await devtools().findByRole('button', { name }))
}

/** Fills in a field or chooses an option at once: `userEvent` does not get through to a shadow root. */
export function enter(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } })
}

/** The element of the devtools that has the focus. */
export function focused(): Element | null {
  const root = devtoolsElement().getRootNode()
  return root instanceof ShadowRoot ? root.activeElement : null
}
