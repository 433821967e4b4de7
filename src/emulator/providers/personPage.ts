import { html } from 'hono/html'
import { htmlPage } from '../pages/htmlPage.ts'
import type { Html } from '../pages/htmlPage.ts'

export interface PersonChoice {
  /** Posted as `person`. */
  id: string
  name: string
  /** What tells people of one name apart: an address, groups. */
  detail: string
}

interface PersonPage {
  /** For example "Sign in with Okta". */
  title: string
  /** Who asks, and for what. */
  intro: string
  people: readonly PersonChoice[]
  /** Where the choice is posted. */
  action: string
  /** Posted along with the choice. */
  hidden: Readonly<Record<string, string>>
  /** Whether somebody else can be typed in: posted as `email_address` and `name`. */
  takesOthers?: boolean
  /** What else can be said of somebody who is typed in; each posted under its name. */
  otherFields?: readonly { name: string; label: string }[]
  /** What may go wrong on purpose, posted as `mishap`: names with what each says to people. */
  mishaps?: Readonly<Record<string, string>>
}

/**
 * The page of a provider where one picks who to be. It posts `person`, or `email_address` and `name`, or
 * `cancel=1`, and `mishap`, beside what is hidden: a test may post the same without looking at the page.
 */
export function personPage(page: PersonPage): Html {
  const { title, intro, people, action, takesOthers = false, otherFields = [], mishaps } = page
  const choice = mishaps ? mishapField(mishaps) : ''
  const hidden = Object.entries(page.hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return htmlPage({
    title,
    body: html`<p>${intro}</p>
      <form method="post" action="${action}">
        ${hidden} ${choice}
        <ul class="plain">
          ${people.map(
            ({ id, name, detail }) =>
              html`<li>
                <button class="choice" name="person" value="${id}">
                  ${name}<br /><span class="muted">${detail}</span>
                </button>
              </li>`,
          )}
        </ul>
      </form>
      ${takesOthers ? somebodyElse(action, hidden, otherFields) : ''}
      <form method="post" action="${action}">
        ${hidden}
        <p><button name="cancel" value="1">Cancel</button></p>
      </form>`,
  })
}

/** Of the people who are offered: who wants to see a sign-in fail. */
function mishapField(mishaps: Readonly<Record<string, string>>): Html {
  return html`<p>
    <label>
      What goes wrong
      <select name="mishap">
        <option value="">Nothing</option>
        ${Object.entries(mishaps).map(
          ([name, label]) => html`<option value="${name}">${label}</option>`,
        )}
      </select>
    </label>
  </p>`
}

function somebodyElse(
  action: string,
  hidden: readonly Html[],
  otherFields: NonNullable<PersonPage['otherFields']>,
): Html {
  return html`<h2>Somebody else</h2>
    <form method="post" action="${action}" class="row">
      ${hidden}
      <label>
        Email address
        <input type="email" name="email_address" autocomplete="off" required />
      </label>
      <label>
        Name
        <input name="name" autocomplete="off" />
      </label>
      ${otherFields.map(
        ({ name, label }) =>
          html`<label>
            ${label}
            <input name="${name}" autocomplete="off" />
          </label>`,
      )}
      <button class="primary">Continue</button>
    </form>`
}
