import type { GuideWords } from './GuideWords.ts'
import { groupsStep, mappingStep, sourceStep } from './shared.ts'

const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const account =
  'c:[Type == "http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname", Issuer == "AD AUTHORITY"]'
const fromDirectory = (types: readonly string[], attributes: string) =>
  `${account}\n => issue(store = "Active Directory", types = (${types.map((type) => `"${type}"`).join(', ')}), query = ";${attributes};{0}", param = c.Value);`
const addRule = (name: string) => [
  'Choose *Add Rule*, then *Send Claims Using a Custom Rule*.',
  `Name it ${name}, and copy the rule below into *Custom rule*.`,
]

export const adfsSaml: GuideWords = {
  console: 'AD FS management console',
  steps: {
    trust: {
      title: 'Add a relying party trust',
      instructions: [
        'Open *AD FS > Relying Party Trusts*, then *Add Relying Party Trust*.',
        'Choose *Claims aware*, then *Start*.',
        'Choose *Enter data about the relying party manually*.',
        'Enter a display name, and go on without a certificate.',
      ],
    },
    saml: {
      title: 'Enter our details',
      instructions: [
        'Tick *Enable support for the SAML 2.0 WebSSO protocol* and copy the first value below into the field under it.',
        'On the next page, copy the second value into *Relying party trust identifier*, then *Add*.',
      ],
    },
    access: {
      title: 'Allow people',
      instructions: [
        'As access control policy, choose *Permit everyone*, or *Permit specific group* with the group that may sign in.',
        'Go on to the end and choose *Close*.',
      ],
      note: 'A test sign-in fails for anybody whom the policy leaves out.',
    },
    attributes: {
      title: 'Send address and names',
      instructions: [
        'Select the trust and open *Edit Claim Issuance Policy*.',
        ...addRule('Directory'),
        'Choose *Finish*.',
      ],
      note: 'The address comes from `mail` in Active Directory: people without it can’t sign in.',
    },
    nameId: {
      title: 'Send the address as Name ID',
      instructions: [
        ...addRule('Name ID'),
        'Keep it under the first rule.',
        'Choose *Finish*, then *OK*.',
      ],
    },
    groups: groupsStep(
      'Open *Edit Claim Issuance Policy* once more.',
      ...addRule('Groups'),
      'Choose *Finish*, then *OK*.',
    ),
    mapping: mappingStep,
    source: {
      ...sourceStep(
        'Put the name of your federation service before the path below: that is the address of its metadata.',
        'Use the address when it is reachable from the internet. Otherwise open it in your network, save the file and bring that.',
      ),
      note: 'AD FS renews its token-signing certificate by itself, usually once a year. Bring the new one here before.',
    },
  },
  values: {
    acs: 'Relying party SAML 2.0 SSO service URL',
    audience: 'Relying party trust identifier',
    directory: 'Custom rule: Directory',
    nameId: 'Custom rule: Name ID',
    groups: 'Custom rule: Groups',
    path: 'Path of the metadata',
  },
  texts: {
    directory: fromDirectory(
      [`${claims}/emailaddress`, `${claims}/givenname`, `${claims}/surname`],
      'mail,givenName,sn',
    ),
    nameId: `c:[Type == "${claims}/emailaddress"]\n => issue(Type = "${claims}/nameidentifier", Issuer = c.Issuer, OriginalIssuer = c.OriginalIssuer, Value = c.Value, ValueType = c.ValueType, Properties["http://schemas.xmlsoap.org/ws/2005/05/identity/claimproperties/format"] = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress");`,
    groups: fromDirectory(['http://schemas.xmlsoap.org/claims/Group'], 'tokenGroups'),
    path: '/FederationMetadata/2007-06/FederationMetadata.xml',
  },
  fields: {
    metadataUrl: 'Federation metadata address',
    metadataFile: 'FederationMetadata.xml',
    ssoUrl: 'SAML 2.0/WS-Federation endpoint (/adfs/ls)',
    entityId: 'Federation Service identifier',
    certificate: 'Token-signing certificate',
  },
  pictures: {
    adfs: 'AD FS',
    trusts: 'Relying Party Trusts',
    acs: 'SAML 2.0 SSO service URL = ACS URL',
    audience: 'Trust identifier = Audience URI',
    mail: 'emailaddress = mail',
    givenName: 'givenname = givenName',
    surname: 'surname = sn',
  },
}
