import { html } from 'hono/html'
import type { EmulatorContext } from '../context.ts'
import { copyable, htmlPage } from '../pages/htmlPage.ts'
import type { Html } from '../pages/htmlPage.ts'
import type { StoredIdpCertificate } from '../records/sso.ts'
import type { IdpMetadata } from '../saml/metadata.ts'
import { idpCertificates } from '../sso/idpCertificates.ts'
import { idpTitle } from '../sso/idpDirectory.ts'
import { attributesOf } from '../sso/providerAttributes.ts'
import {
  oidcClientId,
  oidcClientSecret,
  oidcIdpPaths,
  ownUrl,
  samlIdpPaths,
} from '../sso/ssoAddresses.ts'

/** What an administrator copies from a SAML identity provider, and how its signing key is changed. */
export function samlSetupPage(
  context: EmulatorContext,
  idp: string,
  { entityId, ssoUrl }: Pick<IdpMetadata, 'entityId' | 'ssoUrl'>,
): Html {
  const metadata = ownUrl(context, samlIdpPaths(idp).metadata)
  const certificates = idpCertificates(context, idp)
  return setupPage(
    idp,
    {
      'Metadata URL': metadata,
      'Issuer (entity id)': entityId,
      'Sign-on URL': ssoUrl,
    },
    html`<p><a href="${metadata}?download">Download the metadata as XML</a></p>
      <h2>Signing certificates</h2>
      <ul class="plain">
        ${certificates.map((certificate) => certificateCard(idp, certificate))}
      </ul>
      <form method="post" action="${controlPath(idp)}/rotate-certificate">
        <p><button>Make a new certificate beside it</button></p>
      </form>
      <h2>Attributes</h2>
      <p>
        NameID is the email address. Beside it:
        ${Object.keys(attributesOf(NOBODY, idp))
          .sort()
          .map((name) => html`<br /><code>${name}</code>`)}
      </p>`,
  )
}

/** What an administrator copies from an OIDC provider. */
export function oidcSetupPage(context: EmulatorContext, idp: string): Html {
  return setupPage(idp, {
    Issuer: ownUrl(context, oidcIdpPaths(idp).issuer),
    'Client id': oidcClientId(idp),
    'Client secret': oidcClientSecret(idp),
  })
}

function setupPage(idp: string, values: Readonly<Record<string, string>>, more?: Html): Html {
  return htmlPage({
    title: idpTitle(idp),
    body: html`<p>
        An identity provider of the emulator. It is ready to use: copy from here what the portal
        asks for.
      </p>
      <dl>
        ${Object.entries(values).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${copyable(`Copy ${name}`, value)}</dd>`,
        )}
      </dl>
      ${more ?? ''}`,
  })
}

function certificateCard(idp: string, stored: StoredIdpCertificate): Html {
  const { certificate, certificate_id, created_at, expires_at, signs } = stored
  const act = (action: string, label: string) =>
    html`<form method="post" action="${controlPath(idp)}/${action}">
      <input type="hidden" name="certificate_id" value="${certificate_id}" />
      <button>${label}</button>
    </form>`
  return html`<li class="card">
    <p>
      <strong>${signs ? 'Answers are signed with it' : 'Published, not used'}</strong><br />
      <span class="muted">From ${created_at.slice(0, 10)} to ${expires_at.slice(0, 10)}</span>
    </p>
    ${copyable('Copy certificate', certificate)}
    <div class="row">
      ${signs ? '' : [act('sign-with', 'Sign with it'), act('remove-certificate', 'Remove it')]}
    </div>
  </li>`
}

const controlPath = (idp: string): string => `/_emulator/idp/saml/${idp}`

/** Attributes have the same names whoever they are of. */
const NOBODY = {
  person_id: '',
  idp: '',
  email_address: '',
  first_name: '',
  last_name: '',
  groups: [],
  attributes: {},
}
