/** What RFC 7643 says of one attribute: the shape that is served at `/Schemas`. */
export interface AttributeDocument {
  readonly name: string
  readonly type: 'string' | 'boolean' | 'dateTime' | 'reference' | 'binary' | 'complex'
  readonly multiValued: boolean
  readonly description: string
  readonly required: boolean
  readonly caseExact: boolean
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly'
  readonly returned: 'always' | 'default' | 'never'
  readonly uniqueness: 'none' | 'server'
  readonly subAttributes?: readonly AttributeDocument[]
  readonly canonicalValues?: readonly string[]
  readonly referenceTypes?: readonly string[]
}

/** An attribute with what is demanded of its text besides, for which the RFC has no words. */
export interface Attribute extends AttributeDocument {
  readonly subAttributes?: readonly Attribute[]
  /** The most characters that a text may have. */
  readonly maxLength: number
  /** Text that is shown in one line, so that it has neither line breaks nor tabs. */
  readonly singleLine: boolean
}

export interface Schema {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly attributes: readonly Attribute[]
}

/** A kind of resource with all that requests may say about it. */
export interface ResourceType {
  readonly id: 'User' | 'Group'
  readonly endpoint: '/Users' | '/Groups'
  readonly description: string
  readonly schema: Schema
  readonly extensions: readonly Schema[]
}

export const USER_SCHEMA_ID = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP_SCHEMA_ID = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE_SCHEMA_ID = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

type Characteristics = Partial<Omit<Attribute, 'name' | 'description' | 'subAttributes'>>

const MAX_LENGTHS = { reference: 2_048, binary: 65_536 }
const MAX_LENGTH = 1_024
const NAME: Characteristics = { maxLength: 256, singleLine: true }
const EMAIL: Characteristics = { maxLength: 320, singleLine: true }

/** Attributes that every resource has and that no schema document lists. */
export const commonAttributes: readonly Attribute[] = [
  attribute('id', 'Made by the service provider.', {
    mutability: 'readOnly',
    returned: 'always',
    caseExact: true,
  }),
  attribute('externalId', 'The id that the directory uses.', {
    caseExact: true,
    singleLine: true,
  }),
  complex(
    'meta',
    'Facts about the resource itself.',
    [
      attribute('resourceType', 'User or Group.', { mutability: 'readOnly', caseExact: true }),
      attribute('created', 'When it was made.', { type: 'dateTime', mutability: 'readOnly' }),
      attribute('lastModified', 'When it last changed.', {
        type: 'dateTime',
        mutability: 'readOnly',
      }),
      attribute('location', 'Its address.', { type: 'reference', mutability: 'readOnly' }),
    ],
    { mutability: 'readOnly' },
  ),
]

const userSchema: Schema = {
  id: USER_SCHEMA_ID,
  name: 'User',
  description: 'A person in the directory; becomes a member of the organization.',
  attributes: [
    attribute('userName', 'Unique in the connection, whatever the case of its letters.', {
      ...NAME,
      required: true,
      uniqueness: 'server',
    }),
    complex('name', 'The parts of the name.', [
      attribute('formatted', 'The whole name as it is shown.', NAME),
      attribute('familyName', 'Family name.', NAME),
      attribute('givenName', 'Given name.', NAME),
      attribute('middleName', 'Middle names.', NAME),
      attribute('honorificPrefix', 'What stands before the name.', NAME),
      attribute('honorificSuffix', 'What stands after the name.', NAME),
    ]),
    attribute('displayName', 'The name to show.', NAME),
    attribute('nickName', 'The casual name.', NAME),
    attribute('profileUrl', 'Address of a profile page.', {
      type: 'reference',
      referenceTypes: ['external'],
    }),
    attribute('title', 'Job title.'),
    attribute('userType', 'Employee, contractor and so on.'),
    attribute('preferredLanguage', 'A language tag such as en-US.'),
    attribute('locale', 'Where numbers and dates are at home.'),
    attribute('timezone', 'An Olson name such as Europe/Oslo.'),
    attribute('active', 'Whether the person may sign in. True when it is not said.', {
      type: 'boolean',
    }),
    attribute('password', 'Accepted and dropped: nobody signs in with it here.', {
      mutability: 'writeOnly',
      returned: 'never',
      caseExact: true,
    }),
    values('emails', 'Email addresses; the primary one is where the member is reached.', {
      value: { ...EMAIL, required: true },
      types: ['work', 'home', 'other'],
    }),
    values('phoneNumbers', 'Telephone numbers.', {
      types: ['work', 'home', 'mobile', 'fax', 'pager', 'other'],
    }),
    values('ims', 'Instant messaging addresses.', {}),
    values('photos', 'Addresses of pictures.', {
      value: { type: 'reference', referenceTypes: ['external'] },
      types: ['photo', 'thumbnail'],
    }),
    complex(
      'addresses',
      'Postal addresses.',
      [
        attribute('formatted', 'The whole address.'),
        attribute('streetAddress', 'Street and number.'),
        attribute('locality', 'City.'),
        attribute('region', 'State or region.'),
        attribute('postalCode', 'Postal code.'),
        attribute('country', 'Two-letter country code.'),
        attribute('type', 'What kind of address.', { canonicalValues: ['work', 'home', 'other'] }),
        attribute('primary', 'Whether it is the preferred one.', { type: 'boolean' }),
      ],
      { multiValued: true },
    ),
    complex(
      'groups',
      'The groups that the user is in. Changed through the groups.',
      [
        attribute('value', 'Id of the group.', { mutability: 'readOnly', caseExact: true }),
        attribute('$ref', 'Address of the group.', {
          type: 'reference',
          referenceTypes: ['Group'],
          mutability: 'readOnly',
        }),
        attribute('display', 'Name of the group.', { mutability: 'readOnly' }),
        attribute('type', 'Always direct.', {
          mutability: 'readOnly',
          canonicalValues: ['direct'],
        }),
      ],
      { multiValued: true, mutability: 'readOnly' },
    ),
    values('entitlements', 'Things that the user may have.', {}),
    values('roles', 'Roles as the directory names them. They grant nothing here.', {}),
    values('x509Certificates', 'Certificates, base64.', { value: { type: 'binary' } }),
  ],
}

const enterpriseSchema: Schema = {
  id: ENTERPRISE_SCHEMA_ID,
  name: 'EnterpriseUser',
  description: 'What an employer adds to a user.',
  attributes: [
    attribute('employeeNumber', 'Number of the employee.'),
    attribute('costCenter', 'Cost center.'),
    attribute('organization', 'Organization.'),
    attribute('division', 'Division.'),
    attribute('department', 'Department.'),
    complex('manager', 'Who the user reports to.', [
      attribute('value', 'Id of the manager.', { caseExact: true }),
      attribute('$ref', 'Address of the manager.', { type: 'reference', referenceTypes: ['User'] }),
      attribute('displayName', 'Name of the manager.', NAME),
    ]),
  ],
}

const groupSchema: Schema = {
  id: GROUP_SCHEMA_ID,
  name: 'Group',
  description: 'A group of users; the portal maps it to roles.',
  attributes: [
    attribute('displayName', 'Name of the group.', { ...NAME, required: true }),
    complex(
      'members',
      'The users in the group.',
      [
        attribute('value', 'Id of the user.', {
          required: true,
          caseExact: true,
          mutability: 'immutable',
        }),
        attribute('$ref', 'Address of the user.', {
          type: 'reference',
          referenceTypes: ['User'],
          mutability: 'immutable',
        }),
        attribute('type', 'Always User: groups in groups are not supported.', {
          canonicalValues: ['User'],
          mutability: 'immutable',
        }),
        attribute('display', 'Name of the user.'),
      ],
      { multiValued: true },
    ),
  ],
}

export const userType: ResourceType = {
  id: 'User',
  endpoint: '/Users',
  description: userSchema.description,
  schema: userSchema,
  extensions: [enterpriseSchema],
}

export const groupType: ResourceType = {
  id: 'Group',
  endpoint: '/Groups',
  description: groupSchema.description,
  schema: groupSchema,
  extensions: [],
}

export const schemas: readonly Schema[] = [userSchema, enterpriseSchema, groupSchema]
export const resourceTypes: readonly ResourceType[] = [userType, groupType]

function attribute(
  name: string,
  description: string,
  characteristics: Characteristics = {},
): Attribute {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    maxLength: maxLengthOf(characteristics.type),
    singleLine: false,
    ...characteristics,
  }
}

function maxLengthOf(type: Attribute['type'] = 'string'): number {
  return type === 'reference' || type === 'binary' ? MAX_LENGTHS[type] : MAX_LENGTH
}

function complex(
  name: string,
  description: string,
  subAttributes: readonly Attribute[],
  characteristics: Characteristics = {},
): Attribute {
  return { ...attribute(name, description, { ...characteristics, type: 'complex' }), subAttributes }
}

/** A list of `{ value, display, type, primary }`, the shape of most lists in RFC 7643. */
function values(
  name: string,
  description: string,
  options: { value?: Characteristics; types?: readonly string[] },
): Attribute {
  return complex(
    name,
    description,
    [
      attribute('value', 'The value itself.', options.value),
      attribute('display', 'How to show it.'),
      attribute(
        'type',
        'What kind it is.',
        options.types ? { canonicalValues: options.types } : {},
      ),
      attribute('primary', 'Whether it is the preferred one.', { type: 'boolean' }),
    ],
    { multiValued: true },
  )
}
