import { formatList, plural } from '../../format.ts'

/** Texts of a connection's page, of its deletion and of what is handed over to the customer's IT. */
export const ssoConnection = {
  overview: {
    title: 'Overview',
    active: 'People can sign in through this connection.',
    pending:
      'Nobody can sign in through it yet. It becomes active by itself once all of this is there:',
    external:
      'It shares the connection of another organization, which keeps its settings and certificates.',
    unknown: (status: string) => `The service calls its status “${status}”.`,
    missing: 'missing',
    there: 'there',
    items: {
      entityId: 'Entity ID of the identity provider',
      ssoUrl: 'SSO URL of the identity provider',
      certificate: 'Signing certificate of the identity provider',
      mapping: 'Attribute mapping with email address and name',
      issuer: 'Issuer',
      clientId: 'Client ID',
      clientSecret: 'Client secret',
      endpoints: 'Addresses for authorization, tokens, user info and keys',
    },
    guide: 'Open the set-up guide',
    continue: 'Continue set-up',
  },
  values: {
    title: 'For the identity provider',
    hint: 'What the identity provider has to know of this product. Copy it, or hand the whole sheet to whoever runs the identity provider.',
    acsUrl: 'ACS URL',
    acsUrlHint:
      'Where the identity provider sends its answers. Also called Single sign-on URL or Reply URL.',
    audienceUri: 'Audience URI',
    audienceUriHint: 'For whom its answers are. Also called SP entity ID or Identifier.',
    nameIdFormat: 'Name ID format',
    redirectUrl: 'Redirect URL',
    redirectUrlHint: 'Where the identity provider sends people back to. Also called Callback URL.',
    metadata: 'Download SP metadata',
    handOver: 'Hand-over sheet',
  },
  details: {
    title: 'Details',
    hint: 'What this connection is called and where its people sign in.',
    name: 'Display name',
    nameHint: 'How you and other admins tell it apart. A sign-in page may show it too.',
    nameEmpty: 'Enter a display name.',
    nameTooLong: (length: number, max: number) =>
      plural('en', length - max, {
        one: `The display name may have ${String(max)} characters. Shorten it by #.`,
        other: `The display name may have ${String(max)} characters. Shorten it by #.`,
      }),
    provider: 'Identity provider',
    providerHint: 'Decides which guide is shown. Signing in does not change by it.',
    protocol: 'Protocol',
    protocolHint: 'It cannot be changed. Make a new connection for another protocol.',
    id: 'Connection ID',
    externalOrganization: 'Other organization’s ID',
    externalConnection: 'Connection ID there',
    saved: (name: string) => `Saved. The connection is called ${name}.`,
    failed: 'The details were not saved',
    changed:
      'Somebody else changed these details while you were editing. Saving replaces what they entered.',
    takeTheirs: 'Show their version',
  },
  danger: {
    title: 'Danger zone',
    hint: 'Deleting the connection cannot be undone.',
    button: 'Delete connection',
  },
  delete: {
    title: (name: string) => `Delete ${name}?`,
    intro: 'Nobody signs in through it any more, from at once. Members stay members.',
    pending: 'Nobody has been able to sign in through it yet.',
    external: 'The other organization keeps its own connection.',
    others:
      'Connections of other organizations that share this one stop working too. Which these are is not known here.',
    roles: (byConnection: readonly string[], byGroup: number) => {
      const everyone =
        byConnection.length > 0 ? [`${formatList('en', byConnection)} for everyone`] : []
      const groups =
        byGroup > 0
          ? [plural('en', byGroup, { one: '# role of a group', other: '# roles of groups' })]
          : []
      return `Roles that follow from it are lost: ${formatList('en', [...everyone, ...groups])}.`
    },
    jit: 'Nobody joins through it by themselves any more.',
    jitLast:
      'It is the last connection through which people may join by themselves: from then on nobody can.',
    isDefault: 'It is the default connection, and the last one: there is no default afterwards.',
    defaultFirst: {
      title: 'Choose another default connection first',
      hint: (name: string) =>
        `${name} is the default connection. It can be deleted once another one takes its place.`,
      choose: 'New default connection',
      set: 'Make it the default',
      none: 'No other connection is active, and only an active one can be the default. Finish the set-up of another one, or delete the others first.',
    },
    confirm: 'Delete connection',
    failed: 'The connection was not deleted',
  },
  handOver: {
    title: 'Hand-over sheet',
    hint: 'For whoever runs the identity provider: the steps with all values filled in, and what to send back. It holds no secret.',
    open: 'Open to print',
    download: 'Download as a web page',
    copy: 'the sheet as text',
    close: 'Close',
    preview: 'The sheet as text',
    failed: 'The steps for this provider could not be loaded',
    failedHint: 'Try again in a moment.',
    loading: 'Loading the steps',
    sheet: {
      title: (product: string, provider: string) =>
        `Single sign-on for ${product} with ${provider}`,
      intro: (organization: string, connection: string) =>
        `${organization} wants its people to sign in with their work accounts (connection “${connection}”). This sheet says what to set up in the identity provider, and what to send back.`,
      madeOn: (date: string) => `Made on ${date}`,
      asOf: (console_: string, month: string) => `Steps of the ${console_} as of ${month}`,
      values: 'Values to enter',
      steps: 'Steps',
      mapping: 'Attributes to send',
      mappingOurs: 'Meaning',
      mappingTheirs: 'Name in the answer',
      sendBack: 'Send back',
      sendBackHint: 'To whoever gave you this sheet:',
      secretly:
        'Send the client secret in a safe way, such as a password manager, and not by mail.',
      note: 'Note',
      names: {
        email: 'Email address',
        first_name: 'First name',
        last_name: 'Last name',
        full_name: 'Full name',
        groups: 'Groups',
        idp_user_id: 'ID of the person',
      },
      calledThere: (name: string) => `Called “${name}” there`,
      back: {
        metadataUrl: 'Metadata URL (then nothing else is needed)',
        metadataFile: 'Metadata file (XML)',
        ssoUrl: 'SSO URL',
        entityId: 'Entity ID (issuer)',
        certificate: 'Signing certificate (PEM)',
        clientId: 'Client ID',
        clientSecret: 'Client secret',
        issuer: 'Issuer',
      },
    },
  },
}
