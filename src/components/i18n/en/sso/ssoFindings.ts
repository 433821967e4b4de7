/**
 * What is noticed in what somebody pasted, by code: what it is, and what to do. `{name}` stands for what a finding names;
 * `{at}` is a date.
 */
export const ssoFindings = {
  severities: { error: 'Error: ', warning: 'Warning: ', info: 'Note: ' },
  fix: (value: string) => `Use ${value}`,
  codes: {
    empty: { what: 'Nothing is entered.', remedy: 'Copy the value from the identity provider.' },
    'too-large': {
      what: 'This is far longer than it should be.',
      remedy: 'Check that you copied only this one value, or chose the right file.',
    },

    'metadata-html': {
      what: 'This is a web page, not metadata.',
      remedy:
        'The link probably led to a sign-in page. Sign in there first, then save the XML file and give it here.',
    },
    'metadata-json': {
      what: 'This is JSON, not XML.',
      remedy:
        'It may be the document of an OIDC provider. Look for the SAML metadata, which begins with <EntityDescriptor.',
    },
    'metadata-address': {
      what: 'This is an address, not the metadata itself.',
      remedy: 'Enter it as the metadata URL instead.',
    },
    'metadata-certificate': {
      what: 'This is a certificate, not metadata.',
      remedy: 'Enter it as the certificate, together with entity id and SSO URL.',
    },
    'metadata-rendered': {
      what: 'This was copied from how the browser shows XML, so it is not complete.',
      remedy: 'Save the page as a file instead, and give the file here.',
    },
    'metadata-not-xml': {
      what: 'This is no XML.',
      remedy:
        'Metadata begins with <?xml or <EntityDescriptor. Copy it from the very first character, or give the file.',
    },
    'metadata-broken': {
      what: 'The XML is damaged.',
      remedy: 'Part of it may be missing. Copy all of it again, or give the file.',
    },
    'metadata-doctype': {
      what: 'The XML has a document type or entities in it, which are refused for safety.',
      remedy: 'Metadata needs neither. Export it again from the identity provider.',
    },
    'metadata-message': {
      what: 'This is a message of a sign-in, not metadata.',
      remedy: 'Look for the metadata in the settings of the app at the identity provider.',
    },
    'metadata-other': {
      what: 'This is XML of another kind: {root}.',
      remedy: 'Look for SAML 2.0 metadata, which begins with <EntityDescriptor.',
    },
    'metadata-service-provider': {
      what: 'This is the metadata of a service provider: {entityId}.',
      remedy:
        'It is what the identity provider gets from here. Bring back the metadata of the identity provider.',
    },
    'metadata-no-provider': {
      what: 'No identity provider is described in it.',
      remedy:
        'Look for the metadata of the identity provider (IdP metadata), in the settings of the app.',
    },
    'metadata-saml1': {
      what: 'It is metadata of SAML 1, which is not supported.',
      remedy: 'Have the identity provider use SAML 2.0 for this app.',
    },
    'metadata-several-providers': {
      what: 'It describes {count} identity providers.',
      remedy: 'Choose one, or export the metadata of one only.',
    },
    'metadata-no-entity-id': {
      what: 'It names no entity id.',
      remedy: 'Export it again, or enter entity id, SSO URL and certificate one by one.',
    },
    'metadata-no-sso-url': {
      what: 'It names no address for sign-ins by HTTP-Redirect or HTTP-POST.',
      remedy: 'Switch one of them on at the identity provider, then export it again.',
    },
    'metadata-post-only': {
      what: 'It names an address for HTTP-POST only.',
      remedy:
        'It is used as the SSO URL. If the test sign-in does not get there, switch HTTP-Redirect on at the identity provider.',
    },
    'metadata-no-certificate': {
      what: 'It has no certificate for signing.',
      remedy: 'Switch signing on at the identity provider, or enter the certificate by itself.',
    },
    'metadata-expired': {
      what: 'It was valid until {at}.',
      remedy: 'Addresses and certificates in it may be old. Export it again.',
    },
    'metadata-wants-signed': {
      what: 'The identity provider wants signed requests.',
      remedy: 'Give it our signing certificate, which is on the page of the connection.',
    },
    'metadata-name-id': {
      what: 'The identity provider names people by {format}, not by email address.',
      remedy: 'Set its NameID format to email address, or map email to another attribute.',
    },

    'certificate-unreadable': {
      what: 'This cannot be read as a certificate.',
      remedy:
        'Copy it again from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, or give the file.',
    },
    'certificate-incomplete': {
      what: 'The certificate is cut off.',
      remedy: 'Copy it again up to and with the line -----END CERTIFICATE-----.',
    },
    'certificate-fingerprint': {
      what: 'This is the fingerprint of a certificate, not the certificate.',
      remedy: 'Download the certificate itself, as PEM, CER or CRT.',
    },
    'certificate-metadata': {
      what: 'This is XML, not a certificate.',
      remedy:
        'If it is the metadata of the identity provider, give it as metadata: the certificates are read out of it.',
    },
    'certificate-address': {
      what: 'This is an address, not a certificate.',
      remedy: 'Open it and download the certificate. If it is the metadata URL, enter it as that.',
    },
    'certificate-private-key': {
      what: 'This is a private key. It must be regarded as exposed.',
      remedy:
        'Nothing was sent. Still, have a new key made at the identity provider, and bring only its certificate, which begins with -----BEGIN CERTIFICATE-----.',
    },
    'certificate-public-key': {
      what: 'This is a public key without its certificate.',
      remedy: 'Download the certificate, which begins with -----BEGIN CERTIFICATE-----.',
    },
    'certificate-request': {
      what: 'This is a request for a certificate (CSR).',
      remedy: 'Bring the certificate that was issued for it.',
    },
    'certificate-pkcs7': {
      what: 'This is a PKCS #7 bundle (.p7b), which cannot be used as it is.',
      remedy:
        'Export the certificate alone, as PEM or DER. With OpenSSL: openssl pkcs7 -print_certs -in file.p7b',
    },
    'certificate-pkcs12': {
      what: 'This is a PKCS #12 file (.p12, .pfx), which holds a private key.',
      remedy: 'Keep it to yourself, and export the certificate alone, as PEM or DER.',
    },
    'certificate-authority': {
      what: '{subject} is the certificate of an authority.',
      remedy:
        'Identity providers sign with their own certificate. Remove this one unless the provider really signs with it.',
    },
    'certificate-expired': {
      what: '{subject} expired on {at}.',
      remedy: 'Get the certificate that the identity provider signs with now.',
    },
    'certificate-not-yet-valid': {
      what: '{subject} is valid only from {at}.',
      remedy: 'Keep the present one until then.',
    },
    'certificate-expires-soon': {
      what: '{subject} expires on {at}.',
      remedy:
        'Ask whether there is a newer one already; if not, plan to replace it before that day.',
    },
    'certificate-weak-key': {
      what: 'The key of {subject} has only {bits} bits.',
      remedy: 'Have one of 2,048 bits or more made at the identity provider.',
    },
    'certificate-sha1': {
      what: '{subject} is signed with {hash}, which is no longer safe.',
      remedy: 'Have one with SHA-256 made at the identity provider.',
    },
    'certificate-known': {
      what: 'The connection has {subject} already.',
      remedy: 'It is not added again.',
    },
    'certificate-elsewhere': {
      what: '{subject} belongs to the connection {connection} too.',
      remedy:
        'Check that it was copied from the right app. Some providers use one certificate for all apps.',
    },
    'certificate-own': {
      what: '{subject} is our own signing certificate.',
      remedy:
        'It goes to the identity provider. Bring back the certificate of the identity provider.',
    },
    'certificate-too-many': {
      what: 'The connection would have {count} certificates; it can have {max}.',
      remedy: 'Remove {over} that the identity provider no longer signs with.',
    },

    'key-unreadable': {
      what: 'This cannot be read as a private key.',
      remedy:
        'Copy it from -----BEGIN RSA PRIVATE KEY----- to -----END RSA PRIVATE KEY-----, or give the file.',
    },
    'key-certificate': {
      what: 'This is a certificate, not its private key.',
      remedy:
        'Bring the key that belongs to it, which begins with -----BEGIN RSA PRIVATE KEY-----.',
    },
    'key-public': {
      what: 'This is a public key.',
      remedy: 'Bring the private one, which begins with -----BEGIN RSA PRIVATE KEY-----.',
    },
    'key-encrypted': {
      what: 'The key is encrypted with a password.',
      remedy:
        'Decrypt it first. With OpenSSL: openssl rsa -traditional -in key.pem -out decrypted.pem',
    },
    'key-pkcs8': {
      what: 'The key is in the form PKCS #8.',
      remedy:
        'Convert it to PKCS #1. With OpenSSL: openssl rsa -traditional -in key.pem -out rsa.pem',
    },
    'key-not-rsa': {
      what: 'This is no RSA key.',
      remedy: 'Make an RSA key of 2,048 bits or more.',
    },
    'key-weak': {
      what: 'The key has only {bits} bits.',
      remedy: 'Make one of 2,048 bits or more.',
    },

    'url-invalid': {
      what: 'This is no address.',
      remedy: 'Enter it whole, from https:// on.',
    },
    'url-http': {
      what: 'The address is not encrypted (http).',
      remedy: 'Use the one with https.',
    },
    'url-user-info': {
      what: 'There is a user name or password in the address.',
      remedy: 'Remove what stands before the @.',
    },
    'url-fragment': {
      what: 'The address has a part after #, which is only for browsers.',
      remedy: 'Copy it from the settings of the app, not from the address bar.',
    },
    'url-whitespace': {
      what: 'There is a blank inside the address.',
      remedy: 'Copy it again in one piece.',
    },
    'url-trailing': {
      what: 'Something was copied along with the address: {rest}',
      remedy: 'Remove it.',
    },
    'url-own-acs': {
      what: 'This is our own ACS URL (of {connection}).',
      remedy:
        'It goes to the identity provider. Bring back the value that the identity provider shows.',
    },
    'url-own-audience': {
      what: 'This is our own audience URI (of {connection}).',
      remedy:
        'It goes to the identity provider. Bring back the value that the identity provider shows.',
    },
    'url-own-redirect': {
      what: 'This is our own redirect URL (of {connection}).',
      remedy:
        'It goes to the identity provider. Bring back the value that the identity provider shows.',
    },
    'url-is-metadata': {
      what: 'This is an address of metadata, not the one for sign-ins.',
      remedy:
        'Enter it as the metadata URL, or bring the SSO URL (also called login URL or single sign-on service).',
    },
    'url-is-sso': {
      what: 'This looks like the address for sign-ins, not that of the metadata.',
      remedy: 'Look for the metadata URL, or enter the values one by one.',
    },
    'url-is-sso-and-entity-id': {
      what: 'SSO URL and entity id are the same.',
      remedy: 'Some providers do that. Check that each was copied from its own field.',
    },
    'url-console': {
      what: '{host} is where admins work; nobody can sign in there.',
      remedy: 'Copy the value from the settings of the app, not from the address bar.',
    },
    'url-placeholder': {
      what: '{text} is a placeholder.',
      remedy: 'Put your own value in its place.',
    },

    'issuer-well-known': {
      what: 'This is the address of the discovery document.',
      remedy: 'The issuer is what stands before /.well-known.',
    },
    'issuer-endpoint': {
      what: 'This is an endpoint, not the issuer.',
      remedy: 'Copy the issuer itself; it stands in the discovery document as "issuer".',
    },
    'issuer-query': {
      what: 'An issuer has no part after a question mark.',
      remedy: 'Cut it off.',
    },
    'issuer-trailing-slash': {
      what: 'The identity provider calls itself {found}.',
      remedy: 'The slash at the end matters: it must be exactly the same.',
    },
    'issuer-every-tenant': {
      what: '{tenant} stands for every organization of Microsoft, not for yours.',
      remedy: 'Use your Directory (tenant) ID, which the overview of the app registration shows.',
    },
    'issuer-entra-v1': {
      what: 'This is the issuer of the older endpoints of Microsoft.',
      remedy: 'Use the one that ends in /v2.0.',
    },
    'tenant-not-guid': {
      what: 'This is no tenant id.',
      remedy:
        'Copy the Directory (tenant) ID from the overview of the app registration: five groups of letters and digits.',
    },
    'discovery-other-issuer': {
      what: 'The provider at this address calls itself {found}.',
      remedy: 'The issuer must be exactly that. Check which of the two is meant.',
    },
    'discovery-unreachable': {
      what: 'The identity provider could not be looked at from your browser.',
      remedy: 'Many do not allow it. The service looks itself when you save.',
    },
    'discovery-not-found': {
      what: 'There is no discovery document at {url} (status {status}).',
      remedy: 'Check the issuer, or enter the addresses one by one.',
    },
    'discovery-not-json': {
      what: 'What is at {url} is no discovery document.',
      remedy: 'Check the issuer, or enter the addresses one by one.',
    },
    'discovery-incomplete': {
      what: 'The discovery document does not name {missing}.',
      remedy: 'Enter the addresses one by one.',
    },
    'client-id-address': {
      what: 'This is an address, not a client id.',
      remedy: 'Copy the client id (application id) from the settings of the app.',
    },
    'client-id-secret': {
      what: 'This looks like the client secret.',
      remedy:
        'Check that client id and client secret are not the wrong way round. If this is the secret, have a new one made.',
    },
    'secret-client-id': {
      what: 'This is the client id.',
      remedy: 'Copy the client secret, which is shown only when it is made.',
    },
    'secret-id': {
      what: 'This looks like the id of the secret, not the secret.',
      remedy:
        'At Microsoft Entra, copy the column Value, not Secret ID. It is shown only right after it is made.',
    },
  },
}
