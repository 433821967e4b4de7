import { html, raw } from 'hono/html'
import type { EmulatorContext } from '../context.ts'
import { htmlPage } from '../pages/htmlPage.ts'
import type { Html } from '../pages/htmlPage.ts'
import type { StoredIdpPerson } from '../records/sso.ts'
import { idpPeople, idpTitle, nameOf, putPerson, requirePerson } from '../sso/idpDirectory.ts'
import { personPage } from './personPage.ts'

/** How many people a page offers; the others can be typed in. */
const MANY = 200

/** The page of an identity provider where one picks who to be. */
export function idpPersonPage(
  context: EmulatorContext,
  page: {
    idp: string
    /** Whose members are offered. */
    organizationId: string | undefined
    action: string
    hidden: Readonly<Record<string, string>>
    mishaps: Readonly<Record<string, string>>
  },
): Html {
  const title = idpTitle(page.idp)
  return personPage({
    title: `Sign in with ${title}`,
    intro: `${context.data.project.project_name} wants to know who you are. This is the emulator's ${title}: pick whom to be.`,
    people: idpPeople(context, page.idp, page.organizationId)
      .slice(0, MANY)
      .map((person) => ({
        id: person.person_id,
        name: nameOf(person) || person.email_address,
        detail: [person.email_address, person.groups.join(', ')].filter(Boolean).join(' · '),
      })),
    action: page.action,
    hidden: page.hidden,
    mishaps: page.mishaps,
    takesOthers: true,
    otherFields: [{ name: 'groups', label: 'Groups, with commas between' }],
  })
}

/** Who was picked on the page, or typed in. */
export function pickedPerson(
  context: EmulatorContext,
  idp: string,
  form: Readonly<Record<string, string>>,
): StoredIdpPerson {
  const { person, email_address = '', name, groups } = form
  return person
    ? requirePerson(context, idp, person)
    : putPerson(context, idp, { email_address, name, groups: groups || undefined })
}

// Not within a template: the build would wrap it in a helper that the package does not have.
const POST_AT_ONCE = '<script>document.forms[0].submit()</script>'

/** A page that posts the fields on at once; without scripts, when one presses the button. */
export function postingPage(to: string, fields: Readonly<Record<string, string>>): Html {
  return htmlPage({
    title: 'Signed in',
    body: html`<form method="post" action="${to}">
        ${Object.entries(fields).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <p>The answer of the identity provider goes to the app.</p>
        <button class="primary">Continue</button>
      </form>
      ${raw(POST_AT_ONCE)}`,
  })
}
