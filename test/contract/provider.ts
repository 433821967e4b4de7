import type { Stage } from './stage.ts'

/** Whom to be on the page of an identity provider: a person by name, or one typed in, or nobody. */
export type Choice = { person: string } | { email_address: string; name: string } | 'cancel'

interface Form {
  action: string
  fields: Record<string, string>
  buttons: { name: string; value: string; text: string }[]
}

/**
 * Goes as a browser would from an address of the emulator, through its identity provider, until it is led out of it:
 * gives the address it is led to. Fails with the page's text where it is led nowhere.
 */
export async function passProvider(
  { emulator }: Pick<Stage, 'emulator'>,
  start: string,
  choice: Choice,
): Promise<URL> {
  let url = new URL(start, emulator.baseUrl)
  let body: URLSearchParams | undefined
  for (let step = 0; step < 12; step += 1) {
    const response = await emulator.fetch(url, {
      redirect: 'manual',
      ...(body && { method: 'POST', body }),
    })
    const location = response.headers.get('location')
    if (location !== null) {
      url = new URL(location, url)
      body = undefined
      if (url.origin !== new URL(emulator.baseUrl).origin) return url
      continue
    }
    const page = await response.text()
    const next = response.ok ? submission(formsIn(page), choice) : undefined
    if (!next) throw new Error(`${response.status} ${url.pathname}: ${textOf(page)}`)
    url = new URL(next.action, url)
    body = next.body
  }
  throw new Error(`${start} leads in circles.`)
}

/** The form that a person would send: the one with their name on a button, or else the only one there is. */
function submission(forms: Form[], choice: Choice) {
  for (const { action, fields, buttons } of forms) {
    const button = buttons.find(({ name, text }) =>
      choice === 'cancel'
        ? name === 'cancel'
        : 'person' in choice && name === 'person' && text.includes(choice.person),
    )
    if (button) return { action, body: form({ ...fields, [button.name]: button.value }) }
  }
  const hidden = forms.find(({ fields }) => 'SAMLResponse' in fields)
  if (hidden) return { action: hidden.action, body: form(hidden.fields) }
  const typed = forms.find(({ fields }) => 'email_address' in fields)
  if (typed && typeof choice === 'object' && 'email_address' in choice) {
    return { action: typed.action, body: form({ ...typed.fields, ...choice }) }
  }
  return undefined
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields)

function formsIn(page: string): Form[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, attributes = '', inner = '']) => ({
      action: attribute(attributes, 'action'),
      fields: Object.fromEntries(
        [...inner.matchAll(/<input\b([^>]*)>/g)].map(([, input = '']) => [
          attribute(input, 'name'),
          attribute(input, 'value'),
        ]),
      ),
      buttons: [...inner.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(
        ([, button = '', text = '']) => ({
          name: attribute(button, 'name'),
          value: attribute(button, 'value'),
          text: textOf(text),
        }),
      ),
    }),
  )
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\b${name}="([^"]*)"`).exec(tag) ?? []
  return unescaped(value)
}

const textOf = (markup: string): string =>
  unescaped(markup.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
