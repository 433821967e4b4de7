import { formatList } from '../../format.ts'

/** Texts of the test sign-in. */
export const ssoTest = {
  title: 'Test sign-in',
  hint: 'A real sign-in in another window, by your own account at the identity provider. You stay signed in here as you are.',
  start: 'Test sign-in',
  again: 'Test again',
  opening: 'Opening the identity provider',
  inactive: {
    title: 'Not ready to be tested',
    hint: 'The connection becomes active once the identity provider’s side is known. Then it can be tested.',
    missing: (names: string) => `Still missing: ${names}.`,
    names: {
      ssoUrl: 'sign-on URL',
      entityId: 'entity ID',
      certificate: 'signing certificate',
      mapping: 'attribute mapping',
      issuer: 'issuer',
      clientId: 'client ID',
      clientSecret: 'client secret',
      endpoints: 'endpoint addresses',
    },
  },
  blocked: {
    title: 'The browser did not open the window',
    hint: 'Allow pop-up windows for this site: most browsers offer it at the right end of the address bar, or in the settings of the site. Then try again.',
    retry: 'Try again',
  },
  waiting: {
    title: 'Waiting for the other window',
    hint: 'Sign in there. The outcome appears here, and the window closes by itself.',
    focus: 'Bring window to front',
    cancel: 'Cancel test',
  },
  gone: {
    title: 'The window is out of sight',
    hint: 'If it is still open, go on there: the outcome appears here all the same. If it ended on an error page or was closed, say below what it showed last.',
  },
  checking: 'Reading what came back',
  said: {
    waiting: 'The test sign-in goes on in another window.',
    gone: 'The window of the test is out of sight.',
    passed: (name: string) => `The test passed: ${name} signed in.`,
    failed: 'The test failed.',
    cancelled: 'The test was cancelled.',
  },
  passed: {
    title: (name: string) => `${name} signed in`,
    at: 'Tested',
    who: 'Signed in as',
    groups: 'Groups received',
    noGroups: 'None',
    roles: 'Roles that follow',
    noRoles: 'None',
    otherRoles: 'Other roles',
    attributes: 'Attributes received',
    columns: { name: 'Name here', value: 'Value', from: 'Name at the provider' },
    notMapped: 'Not mapped',
    nothing: 'Nothing came',
    noAttributes: 'The service keeps no attributes of this person.',
  },
  sources: {
    direct: 'given directly',
    email: (domain: string) => `by the email domain ${domain}`,
    thisConnection: 'by this connection',
    thisGroup: (group: string) => `by the group ${group}`,
    otherConnection: 'by another connection',
    directory: 'by a directory group',
  },
  notes: {
    'nothing-came': {
      title: (names: readonly string[]) =>
        `Nothing came for ${formatList('en', names)}, though mapped`,
      hint: 'Have the identity provider send it by the name in the mapping, or change the mapping to the name that it sends.',
    },
    'no-groups': {
      title: (name: string) => `No groups came, though ${name} is mapped to them`,
      hint: 'Have the identity provider send groups by this name, and see that the person is in one that it sends. No role follows from groups until then.',
    },
    'groups-not-mapped': {
      title: 'Roles by group cannot follow',
      hint: 'Groups give roles here, but the attribute mapping does not say where the groups are. Map groups.',
    },
    'other-groups': {
      title: 'None of the groups that came gives a role',
      hint: (groups: readonly string[]) =>
        `Roles are given to ${formatList('en', groups)}. Names have to agree to the letter; some providers send ids instead of names.`,
    },
    'other-method': {
      title: 'The organization does not accept SSO alone',
      hint: 'The identity provider let the person in, but single sign-on is not among the sign-in methods that the organization allows. Allow it in the organization’s settings.',
    },
    'session-left': {
      title: 'The session of the test is still there',
      hint: 'It could not be ended from here, and ends by itself in five minutes. Yours is not concerned.',
    },
    'not-mapped': {
      title: (names: readonly string[]) => `Not in the mapping: ${formatList('en', names)}`,
      hint: 'The service keeps it all the same.',
    },
    joined: {
      title: (name: string) => `${name} joined your organization by this test`,
      hint: 'The connection lets people join at their first sign-in. Deactivate the member if that was not meant.',
    },
    'second-factor': {
      title: 'A second factor is asked for besides',
      hint: 'Single sign-on worked. The organization asks this member for a second step, which a test leaves out.',
    },
    'somebody-else': {
      title: 'This is not the account you are signed in with here',
      hint: (address: string) =>
        `The identity provider said ${address}. If that is you, the provider knows you by another address, and you would be two members.`,
    },
  },
  failed: {
    title: 'The sign-in did not get through',
    refused: (provider: string) => `Signed in at ${provider}, then refused`,
    notBegun: 'The test could not begin',
    notBegunHint: 'Nothing was sent to the identity provider.',
    timedOut: 'Nothing came back within ten minutes',
    closed: 'The test was not finished',
    unreachable: 'The service could not be reached',
    unreachableHint: (provider: string) =>
      `The sign-in at ${provider} came back, but what it brought could not be looked at. Check your connection and test again.`,
    unknown: 'The service gives a reason that is not known here. It is under Details.',
  },
  steps: {
    label: 'How far it got',
    reach: 'Reached the identity provider',
    'sign-in': 'Signed in there',
    return: 'Came back with an answer that counts',
    'let-in': 'Let into the organization',
  },
  lastPage: {
    legend: 'What did the last page say?',
    reach: 'An error of the identity provider, before anybody could sign in',
    'sign-in': 'The identity provider did not let the person in',
    return: 'An error after signing in, from the sign-in service',
    'let-in': 'The product, but the outcome did not appear here',
    paste: 'Text of the page',
    pasteHint: 'The error code, or everything that stood there. It stays in this browser.',
    unrecognized: 'Nothing in it is known here. Choose above where it ended.',
    found: (sign: string) => `Recognized: ${sign}`,
    usual: 'The usual reasons',
  },
  where: (provider: string) => `At ${provider}`,
  causes: {
    application: {
      title: 'The identity provider does not know this application',
      fix: 'Compare the entity ID (audience URI) or the client ID on both sides, letter by letter.',
    },
    'reply-url': {
      title: 'The address to come back to is not the one entered there',
      fix: 'Copy the ACS URL or redirect URL from here anew: no trailing slash, no space, https.',
    },
    issuer: {
      title: 'The address of the identity provider is wrong',
      fix: 'Compare the sign-on URL or the issuer, and the tenant in it, with what the provider shows.',
    },
    redirect: {
      title: 'The product does not take people back to this page',
      fix: 'The redirect URL of the product has to be registered for single sign-on, and lead to this site. Ask whoever runs the product.',
    },
    connection: {
      title: 'The connection is gone or not active',
      fix: 'Reload this page, and finish the set-up if it says that it is pending.',
    },
    request: {
      title: 'The identity provider refuses the request itself',
      fix: 'If it demands signed requests, give it the signing certificate of this connection.',
    },
    'not-assigned': {
      title: 'The person may not use the application there',
      fix: 'Assign the person, or one of their groups, to the application.',
    },
    'unknown-person': {
      title: 'The identity provider does not know the account',
      fix: 'See which account the browser is signed in with there: sign out of it, or test in a private window.',
    },
    policy: {
      title: 'A policy of the identity provider stopped it',
      fix: 'Its sign-in log names the policy: a device, a network or a second factor that it demands.',
    },
    consent: {
      title: 'The identity provider wants an admin’s consent',
      fix: 'Grant the application its permissions for the whole organization.',
    },
    cancelled: {
      title: 'The sign-in was declined',
      fix: 'Test again and go through to the end. If nobody declined it, assign the person to the application.',
    },
    certificate: {
      title: 'The signature does not fit the certificate',
      fix: 'The identity provider signs with another certificate than the ones stored here. Add its present one.',
    },
    unsigned: {
      title: 'The answer is not signed',
      fix: 'Have the identity provider sign assertions, or whole responses, with SHA-256.',
    },
    audience: {
      title: 'The answer is meant for somebody else',
      fix: 'Copy the audience URI from here into the field for the entity ID there.',
    },
    clock: {
      title: 'The answer is too old or not yet valid',
      fix: 'Set the clock of the identity provider by a time server, and test again without a pause in between.',
    },
    response: {
      title: 'The answer is not what the connection expects',
      fix: 'Compare the entity ID of the identity provider with the one stored here, and the ACS URL there with the one shown here.',
    },
    encryption: {
      title: 'The answer cannot be decrypted',
      fix: 'Compare the encryption certificate there with the keys of this connection.',
    },
    'name-id': {
      title: 'The NameID is not of the wanted format',
      fix: 'Have it send the email address as NameID, in the format emailAddress.',
    },
    'client-secret': {
      title: 'Client ID or client secret is refused',
      fix: 'Make a new client secret there and replace the one stored here. Old ones may have expired.',
    },
    'id-token': {
      title: 'The ID token is refused',
      fix: 'The issuer has to be what the provider’s own discovery document says, to the letter, and the client ID that of the same application.',
    },
    userinfo: {
      title: 'The provider tells nothing more about the person',
      fix: 'See that the application may use the scopes openid, email and profile.',
    },
    'started-elsewhere': {
      title: 'The answer belongs to another sign-in',
      fix: 'Begin the test anew, do not reload pages on the way, and let the browser keep cookies of the sign-in service.',
    },
    'idp-initiated': {
      title: 'Sign-ins that begin at the identity provider are switched off',
      fix: 'Begin here. The tile in the provider’s own portal works only when the connection allows it.',
    },
    email: {
      title: 'No email address came',
      fix: 'Have the identity provider send it, and name in the attribute mapping where it is.',
    },
    'email-unverified': {
      title: 'The email address is not verified there',
      fix: 'Verify the address at the identity provider, then test again.',
    },
    attributes: {
      title: 'An attribute is missing or has a form that cannot be read',
      fix: 'Compare the names in the attribute mapping with what the identity provider sends.',
    },
    token: {
      title: 'The way back took too long or was taken twice',
      fix: 'Test again. The token that the window brings back counts once, for five minutes.',
    },
    'may-not-join': {
      title: 'The person is no member, and may not join by this connection',
      fix: 'Allow just-in-time provisioning for this connection, or invite the person first.',
    },
    address: {
      title: 'The email address cannot be a member’s here',
      fix: 'It belongs to a domain or a member that keeps it. Test by another account, or free the address.',
    },
  },
  /** Where it is in the provider's console, in its own labels; by provider and cause. */
  consoles: {
    okta: {
      'not-assigned': '*Applications > Applications > the app > Assignments > Assign*',
      'reply-url-saml': '*the app > General > SAML Settings > Edit*: Single sign-on URL',
      'reply-url-oidc': '*the app > General > Login*: Sign-in redirect URIs',
      'application-saml': '*the app > General > SAML Settings*: Audience URI (SP Entity ID)',
      'application-oidc': '*the app > General > Client Credentials*: Client ID',
      audience: '*the app > General > SAML Settings > Edit*: Audience URI (SP Entity ID)',
      certificate: '*the app > Sign On > SAML Signing Certificates*: the one that is Active',
      'client-secret': '*the app > General > Client Credentials > Client secrets*',
      'id-token': 'The menu of your account names the Okta domain, which is the issuer',
      'email-saml': '*the app > General > SAML Settings*: Name ID format and Application username',
      attributes: 'the app, *Sign On* or *General > SAML Settings*: Attribute Statements',
    },
    'microsoft-entra': {
      'not-assigned': '*Enterprise applications > the app > Users and groups > Add user/group*',
      'reply-url-saml':
        '*Enterprise applications > the app > Single sign-on > Basic SAML Configuration*: Reply URL (Assertion Consumer Service URL)',
      'reply-url-oidc': '*App registrations > the app > Authentication*: Redirect URIs of Web',
      'application-saml': '*Single sign-on > Basic SAML Configuration*: Identifier (Entity ID)',
      'application-oidc': '*App registrations > the app > Overview*: Application (client) ID',
      audience: '*Single sign-on > Basic SAML Configuration > Edit*: Identifier (Entity ID)',
      certificate: '*Single sign-on > SAML Certificates*: the one whose status is Active',
      'client-secret':
        '*App registrations > the app > Certificates & secrets > New client secret*: copy the Value, not the Secret ID',
      issuer: '*App registrations > the app > Overview*: Directory (tenant) ID',
      'id-token': '*App registrations > the app > Overview*: Directory (tenant) ID',
      consent: '*Enterprise applications > the app > Permissions > Grant admin consent*',
      policy: '*Monitoring & health > Sign-in logs > the sign-in > Conditional Access*',
      'email-saml': '*Single sign-on > Attributes & Claims*: Unique User Identifier (Name ID)',
      attributes: '*Single sign-on > Attributes & Claims*',
    },
    'google-workspace': {
      'not-assigned':
        '*Apps > Web and mobile apps > the app > User access*: ON for the person’s unit. Other Google accounts that the browser is signed in with count too, and so does the spelling of the Entity ID. Changes can take a day.',
      'reply-url': '*Apps > Web and mobile apps > the app > Service provider details*: ACS URL',
      application: '*Apps > Web and mobile apps > the app > Service provider details*: Entity ID',
      audience: '*the app > Service provider details*: Entity ID',
      certificate: '*the app > Download metadata*: the certificate in it',
      email: '*the app > Service provider details*: Name ID format EMAIL, Name ID Primary email',
      attributes: '*the app > SAML attribute mapping*',
    },
    adfs: {
      'not-assigned': '*AD FS > Relying Party Trusts > the trust > Edit Access Control Policy*',
      'reply-url': '*the trust > Properties > Endpoints*: SAML Assertion Consumer',
      application: '*the trust > Properties > Identifiers*: Relying party identifier',
      audience: '*the trust > Properties > Identifiers*: Relying party identifier',
      certificate: '*AD FS > Service > Certificates > Token-signing*: the primary one',
      request: '*the trust > Properties > Signature*',
      'name-id': '*the trust > Edit Claim Issuance Policy*: a rule that gives Name ID as Email',
      email: '*the trust > Edit Claim Issuance Policy*: E-Mail Address to Name ID',
      attributes: '*the trust > Edit Claim Issuance Policy*',
    },
    keycloak: {
      'reply-url': '*Clients > the client > Settings > Access settings*: Valid redirect URIs',
      'application-saml': '*Clients > the client > Settings*: Client ID is the audience URI',
      'application-oidc': '*Clients > the client > Settings*: Client ID',
      audience: '*Clients > the client > Settings*: Client ID is the audience URI',
      request: '*Clients > the client > Keys*: Client signature required',
      certificate: '*Realm settings > Keys > RS256*: Certificate',
      unsigned: '*Clients > the client > Settings*: Sign documents, Sign assertions',
      'client-secret': '*Clients > the client > Credentials*: Client Secret',
      'id-token': '*Realm settings > Endpoints*: issuer in the OpenID Endpoint Configuration',
      'name-id': '*Clients > the client > Settings*: Name ID format email',
      attributes: '*Clients > the client > Client scopes > the dedicated scope*: mappers',
    },
    auth0: {
      'reply-url-saml':
        '*Applications > the application > Addons > SAML2 Web App > Settings*: Application Callback URL',
      'reply-url-oidc': '*Applications > the application > Settings*: Allowed Callback URLs',
      'client-secret': '*Applications > the application > Settings*: Client Secret',
      certificate: '*Addons > SAML2 Web App > Usage*: Identity Provider Certificate',
    },
    onelogin: {
      'not-assigned': '*Applications > the app > Access*, or *Users > the user > Applications*',
      'reply-url-saml': '*the app > Configuration*: ACS (Consumer) URL and its Validator',
      'reply-url-oidc': '*the app > Configuration*: Redirect URIs',
      audience: '*the app > Configuration*: Audience (EntityID)',
      certificate: '*the app > SSO > X.509 Certificate > View Details*',
      'client-secret': '*the app > SSO*: Client Secret',
      attributes: '*the app > Parameters*',
    },
    jumpcloud: {
      'not-assigned': '*SSO Applications > the app > User Groups*',
      'reply-url-saml': '*the app > SSO*: ACS URLs',
      audience: '*the app > SSO*: SP Entity ID',
      attributes: '*the app > SSO*: Attributes',
    },
    pingone: {
      'not-assigned': '*Applications > the application > Access*',
      'reply-url-saml': '*the application > Configuration*: ACS URLs',
      'reply-url-oidc': '*the application > Configuration*: Redirect URIs',
      audience: '*the application > Configuration*: Entity ID',
      attributes: '*the application > Attribute Mappings*',
    },
    duo: {
      'not-assigned': '*Applications > the application > User access*',
      'reply-url-saml':
        '*the application > Service Provider*: Assertion Consumer Service (ACS) URL',
      audience: '*the application > Service Provider*: Entity ID',
    },
    cyberark: {
      'not-assigned': '*Web Apps > the app > Permissions*',
      'reply-url-saml': '*the app > Trust > Service Provider Configuration*: ACS URL',
      audience: '*the app > Trust > Service Provider Configuration*: SP Entity ID',
    },
  },
}
