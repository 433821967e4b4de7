import { formatList, plural } from '../../format.ts'

/** Texts of the SSO part: what the identity provider tells, and the attribute mapping. */
export const ssoValues = {
  notLoaded: 'What is checked as you type could not be loaded',
  notLoadedHint: 'You can go on typing. Check your connection and try again before you save.',
  saml: {
    way: 'How do you bring the values over?',
    ways: {
      url: {
        title: 'Metadata address',
        hint: 'One address; the rest is read from there. The best way where the provider has one.',
      },
      file: {
        title: 'Metadata file',
        hint: 'The XML as a file, or pasted. It is read in your browser.',
      },
      manual: { title: 'By hand', hint: 'Address, entity ID and certificate, one by one.' },
    },
    metadataUrl: 'Metadata URL',
    metadataUrlHint:
      'The service fetches it from there when you save, and takes over entity ID, sign-on address and certificates. The address itself is not stored.',
    metadataFile: 'Metadata XML',
    metadataFileHint: '.xml, up to 1 MB',
    metadataPaste: 'Or paste it here',
    clearFile: 'Clear',
    ssoUrl: 'Sign-on URL',
    ssoUrlHint: 'Where people are sent to sign in.',
    entityId: 'Entity ID',
    entityIdHint: 'The name of the identity provider in its answers, letter for letter.',
    certificate: 'Signing certificate',
    certificateHint: 'PEM, from BEGIN to END, or the base64 alone. Several one below the other.',
    certificateStored: (count: number) =>
      plural('en', count, {
        one: '# certificate is stored. What you add here comes on top; leave it empty to keep it so.',
        other:
          '# certificates are stored. What you add here comes on top; leave it empty to keep them so.',
      }),
    certificateFile: 'Certificate file',
    certificateFileHint: '.pem, .crt, .cer or .der',
    read: {
      title: 'Read from it',
      hint: 'This is what is saved.',
      provider: 'Identity provider',
      chooseProvider: 'The file describes several identity providers. Which one is meant?',
      entityId: 'Entity ID',
      ssoUrl: 'Sign-on URL',
      certificates: 'Signing certificates',
      nameIds: 'Name ID formats',
      none: 'None',
    },
    certificateOf: (subject: string) => subject || 'Certificate without a name',
    validUntil: (date: string) => `valid until ${date}`,
    stored: 'stored already',
    fileUnreadable: (name: string) => `${name} could not be read. Choose it again.`,
  },
  oidc: {
    issuer: 'Issuer URL',
    issuerHint: 'As the provider writes it, letter for letter, with https.',
    templateEmptyHint: 'The ID alone, or the whole issuer URL.',
    templateHint: (issuer: string) => `Becomes the issuer ${issuer}`,
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    secretHint: 'Goes to the service when you save, and is never shown again.',
    secretStored: 'A secret is stored.',
    secretNone: 'None is stored.',
    secretReplace: 'Replace',
    secretKeep: 'Keep the stored one',
    secretShow: 'Show client secret',
    secretHide: 'Hide client secret',
    addresses: 'The provider’s addresses',
    discovering: 'Asking the issuer for its addresses.',
    discovered: 'Read from the issuer.',
    addressesHint: 'The service reads them from the issuer itself when you save.',
    serviceLooks:
      'Your browser cannot read the issuer’s document from here. That is usual: the service looks itself when you save.',
    manual: 'Enter the addresses by hand',
    manualHint: 'Only where the issuer does not publish them.',
    authorizationUrl: 'Authorization URL',
    tokenUrl: 'Token URL',
    userinfoUrl: 'User info URL',
    jwksUrl: 'JWKS URL',
    customScopes: 'Further scopes',
    customScopesHint: 'Asked for beside openid, email and profile. With spaces between.',
    supportedScopes: 'The issuer also offers:',
    addScope: (scope: string) => `Add scope ${scope}`,
    warning: {
      title: 'The addresses could not be read from the issuer',
      hint: 'The rest was saved. Check the issuer, or enter the four addresses by hand.',
      manual: 'Enter them by hand',
    },
  },
  mapping: {
    ours: 'Here',
    theirs: 'At the identity provider',
    names: {
      email: 'Email address',
      first_name: 'First name',
      last_name: 'Last name',
      full_name: 'Full name',
      groups: 'Groups',
      idp_user_id: 'User ID',
    },
    hintsOf: {
      saml: {
        email: 'Whoever signs in is known by it. NameID stands for the subject of the answer.',
        groups: 'Gives roles by group.',
      },
      oidc: {
        email: 'Whoever signs in is known by it.',
        groups: 'Kept with the member; no roles follow with OIDC.',
      },
    },
    hints: {
      full_name: 'In one, in place of first and last name.',
      idp_user_id: 'Stays the same when the email address changes.',
    },
    required: 'The email address is required, and a name: the full one, or first and last.',
    defaults: 'Where a field is empty, the usual claim shown in it is taken.',
    theirNameOf: (name: string) => `${name} at the identity provider`,
    customKey: (position: number) => `Name of custom attribute ${String(position)}`,
    customValue: (name: string) =>
      name === ''
        ? 'Custom attribute at the identity provider'
        : `${name} at the identity provider`,
    add: (name: string) => `Add ${name}`,
    addCustom: 'Add custom attribute',
    remove: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} removed`,
    unnamed: 'attribute without a name',
    usual: 'What is usual for this provider',
    fillEmpty: 'Fill what is empty',
    replaceAll: 'Use the usual names',
    replaced: 'The usual names are in place.',
    undo: 'Undo',
    undone: 'Back as it was.',
    groupRoles: (groups: readonly string[]) =>
      `Without it no roles follow from groups. Set aside: the roles of ${formatList('en', groups)}.`,
    received: {
      text: (value: string) => `Last test: ${value}`,
      list: (count: number) =>
        `Last test: ${plural('en', count, { one: '# value', other: '# values' })}`,
      groups: (count: number) =>
        `Last test: ${plural('en', count, { one: '# group', other: '# groups' })}`,
      nothing: 'Last test: nothing came under this name',
      unused: 'Also received in the last test, and not used:',
      take: (name: string) => `Map ${name}`,
    },
    findings: {
      'email-missing': 'Say what the provider calls the email address. Nobody can sign in without.',
      'name-missing': 'Map a name: the full one, or first and last name both.',
      'key-missing': 'Give the attribute a name, or remove it.',
      'key-malformed': 'Begin with a letter; use letters, digits and underscores only, up to 64.',
      'key-twice': 'This name is in use above. Each can be mapped once.',
      'value-missing': 'Nothing is saved for it as long as this is empty.',
      'groups-needed': 'Roles are given by group, and groups are not mapped.',
      'too-many': 'A mapping has at most 50 entries. Remove some.',
    },
  },
  sourceCard: {
    title: 'Identity provider',
    saml: 'What the identity provider told: where people sign in, and by which name it answers.',
    oidc: 'What the identity provider told: who it is, and the client that it knows this connection by.',
    notTold: 'Not told yet',
    fromIssuer: 'Read from the issuer when you save',
    certificates: 'Certificates',
    certificateCount: (count: number) =>
      count === 0 ? 'None yet' : plural('en', count, { one: '# stored', other: '# stored' }),
    noScopes: 'None',
    saved: 'Saved.',
    savedPending: 'Saved. The connection is not active yet: something is still missing.',
    failed: 'Not all was saved',
    nothingNew: 'All of it is stored already. There is nothing to save.',
    unknownUrl:
      'What the address holds is known only when the service reads it. It may replace entity ID and sign-on URL.',
  },
  mappingCard: {
    title: 'Attribute mapping',
    hint: 'What the identity provider calls what is wanted of a person.',
    empty: 'Nothing is mapped yet.',
    defaults: 'Nothing is mapped. The usual claims are taken.',
    saved: (count: number) =>
      plural('en', count, {
        one: 'Saved. # attribute is mapped.',
        other: 'Saved. # attributes are mapped.',
      }),
    failed: 'The mapping was not saved',
  },
  changed: {
    title: 'Somebody else changed this while you were editing',
    both: (field: string, theirs: string, mine: string) =>
      `${field}: stored is now ${theirs || 'nothing'}, you have ${mine || 'nothing'}.`,
    hint: 'Saving puts yours in place of theirs where they differ.',
    takeTheirs: 'Show their version',
  },
  steps: {
    metadataUrl: 'Read the metadata from its address',
    values: 'Save what the identity provider told',
    certificate: (position: number, count: number) =>
      `Add certificate ${String(position)} of ${String(count)}`,
    mapping: 'Save the attribute mapping',
  },
  refusals: {
    invalid_saml_metadata_url:
      'The service could not fetch the metadata. The address has to be public, with https, and need no sign-in. Or use the file.',
    invalid_xml_from_saml_metadata_url:
      'What is at the address is no readable metadata. Open it in a browser: XML should appear.',
    saml_connection_metadata_invalid_format:
      'The metadata at the address describes no identity provider with an address and a certificate. Check that it is that of the application, not of the service.',
    duplicate_saml_connection:
      'Another connection of your organization has this entity ID already. Each needs an identity provider or application of its own.',
    invalid_idp_entity_id: 'The service does not take the entity ID.',
    invalid_idp_sso_url: 'The service does not take the sign-on URL.',
    saml_connection_idp_sso_url_not_https: 'The sign-on URL has to begin with https.',
    invalid_x509_certificate: 'The service cannot read the certificate.',
    too_many_sso_verification_certificates:
      'A connection has at most five certificates. Remove one that is no longer in use first.',
    saml_connection_attribute_mapping_missing_groups_key:
      'Roles are given by group, so groups stay mapped. Remove the roles by group first.',
    saml_connection_email_mapping_required: 'The mapping needs the email address.',
    saml_connection_name_mapping_required:
      'The mapping needs a name: the full one, or first and last.',
    oidc_connection_issuer_url_invalid_format: 'The service does not take the issuer.',
    oidc_connection_authorization_url_invalid_format:
      'The service does not take the authorization URL.',
    oidc_connection_token_url_invalid_format: 'The service does not take the token URL.',
    oidc_connection_userinfo_url_invalid_format: 'The service does not take the user info URL.',
    oidc_connection_jwks_url_invalid_format: 'The service does not take the JWKS URL.',
  },
}
