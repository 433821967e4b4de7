import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** What `html` of `hono/html` makes: everything that is put into it was escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

interface Page {
  /** Names the page, in the window's title and as its heading. */
  title: string
  /** What stands under the heading. */
  body: Html
  /** Where one is; under the page. */
  footer?: string
}

/**
 * A whole page for a person who uses the emulator: plain, in the colours of the system.
 * Classes: `card`, `row` (and `spread`), `muted`, `danger`, `primary` (a button), `facts` (a `dl`), `code`, `message`.
 *
 * @example return c.html(htmlPage({ title: 'Inbox', body: html`<p>${message.text}</p>` }))
 */
export function htmlPage({ title, body, footer = 'orgportal emulator' }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>${footer}</footer>
      </body>
    </html>`
}

/** A page that says what went wrong, and how to mend it. */
export function errorPage(problem: {
  title: string
  message: string
  /** How it can be mended, one step each. */
  remedies?: readonly string[]
  errorType: string
  requestId: string
  /** What an admin may take along into the portal; left out, nothing is offered. */
  forPortal?: object
}): Html {
  const { title, message, remedies = [], errorType, requestId, forPortal } = problem
  return htmlPage({
    title,
    body: html`<p class="danger">${message}</p>
      ${
        remedies.length > 0
          ? html`<ul>
              ${remedies.map((remedy) => html`<li>${remedy}</li>`)}
            </ul>`
          : ''
      }
      <dl>
        <dt>Error type</dt>
        <dd><code>${errorType}</code></dd>
        <dt>Request id</dt>
        <dd><code>${requestId}</code></dd>
      </dl>
      ${forPortal ? copyable('Copy for the portal', JSON.stringify(forPortal)) : ''}`,
  })
}

/** A text in full with a button that copies it, exactly; without scripts it can still be marked with one click. */
export function copyable(label: string, text: string): Html {
  return html`<p class="row spread">
    <code class="mark">${text}</code>
    <button type="button" data-copy="${text}">${label}</button>
    ${raw(COPY)}
  </p>`
}

// The one before it is the button. Where the browser lets nobody copy (no https), the text is marked instead.
const COPY = `<script>
  (function (button) {
    button.addEventListener('click', function () {
      var done = function () { button.textContent = 'Copied' }
      var mark = function () { getSelection().selectAllChildren(button.parentNode.querySelector('code')) }
      if (navigator.clipboard) navigator.clipboard.writeText(button.dataset.copy).then(done, mark)
      else mark()
    })
  })(document.currentScript.previousElementSibling)
</script>`

const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#d4d7dd, #3b3f47); --muted: light-dark(#5a6069, #a3a9b3);
    --accent: light-dark(#1d4ed8, #8ab4ff); --danger: light-dark(#b42318, #ff9a8f); }
  * { box-sizing: border-box }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#f6f7f9, #14161a);
    color: light-dark(#1a1d21, #eceef1) }
  main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere }
  footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem 2rem; color: var(--muted); font-size: .875rem }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem } h2 { font-size: 1.125rem; margin: 2rem 0 .5rem }
  a { color: var(--accent) } code { overflow-wrap: anywhere }
  ul.plain { list-style: none; padding: 0; margin: 0; display: grid; gap: .5rem }
  dt { color: var(--muted); font-size: .875rem } dd { margin: 0 0 .5rem }
  .card { background: light-dark(#fff, #1d2025); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem }
  .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center } form.row { align-items: end }
  .muted { color: var(--muted) } .danger { color: var(--danger) }
  button, input, select { font: inherit; color: inherit; border: 1px solid var(--line); border-radius: .375rem;
    padding: .5rem .75rem; background: light-dark(#fff, #262a31); max-width: 100% }
  button { cursor: pointer } button.primary { background: light-dark(#1d4ed8, #8ab4ff); color: light-dark(#fff, #0b1220);
    border-color: transparent }
  button.choice { display: block; width: 100%; text-align: start; padding: .75rem 1rem }
  label { display: grid; gap: .25rem }
  dl.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .25rem 1rem; margin: 0 }
  dl.facts dd { margin: 0; overflow-wrap: anywhere }
  .row.spread { justify-content: space-between } .row.spread > :first-child { flex: 1 1 14rem; min-width: 0 }
  .code { font: 600 1.25rem/1.5 ui-monospace, monospace; user-select: all; overflow-wrap: anywhere }
  .mark { user-select: all; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8125rem }
  select { width: 100% }
  .message { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1rem }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`
