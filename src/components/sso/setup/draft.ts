import type { MappingRow, OidcSource, SamlSource } from '../values/sourceValues.ts'

/** What is typed and ticked in the set-up of one connection, until it is saved. It has no place for a client secret. */
export interface SetupDraft {
  fields: Readonly<Partial<Record<DraftName, DraftField>>>
  /** What was saved when typing in a section began, as `connectionPrint` has it. */
  bases: Readonly<Partial<Record<DraftSection, string>>>
}

export interface DraftField {
  value: DraftValue
  /** When, in milliseconds since 1970: of two tabs the later edit counts. */
  at: number
}

export type DraftValue = string | boolean | readonly MappingRow[]

/** What is saved together. */
export type DraftSection = 'source' | 'mapping'

/** `done.create`: the step `create` of the guide is ticked off. */
export type DraftName = `source.${KeptSourceField}` | 'mapping' | `done.${string}`

/** The secret is none of them. */
export type KeptSourceField = keyof SamlSource | Exclude<keyof OidcSource, 'clientSecret'>

export const NO_DRAFT: SetupDraft = { fields: {}, bases: {} }

/** Of what shape a kept draft is; one of another shape is passed over. */
const VERSION = 1
/** So long after the last edit it is dropped. */
const DROPPED_AFTER = 30 * 24 * 60 * 60 * 1000

/** The draft that was kept; one that is old, broken or of another shape is none. */
export function readDraft(kept: string | null, now: number): SetupDraft {
  const draft = parse(kept)
  return now - lastEditOf(draft) > DROPPED_AFTER ? NO_DRAFT : draft
}

/** In milliseconds since 1970; 0 where nothing was typed. */
export const lastEditOf = (draft: SetupDraft): number =>
  Math.max(0, ...entriesOf(draft).map(([, field]) => field.at))

/** As it is kept: without what holds a private key. Null where there is nothing to keep. */
export function writeDraft(draft: SetupDraft): string | null {
  const fields = pick(draft.fields, (_name, field) => !holdsPrivateKey(field.value))
  if (Object.keys(fields).length === 0) return null
  return JSON.stringify({ version: VERSION, fields, bases: draft.bases })
}

/** Both in one: of each field the later edit; of what it was based on, `mine`. */
export function mergeDrafts(theirs: SetupDraft, mine: SetupDraft): SetupDraft {
  const fields = { ...theirs.fields }
  for (const [name, field] of entriesOf(mine)) {
    const other = fields[name]
    if (other === undefined || other.at <= field.at) fields[name] = field
  }
  return { fields, bases: { ...theirs.bases, ...mine.bases } }
}

/** Only the fields that `isWanted` says. */
export function pickFields(
  draft: SetupDraft,
  isWanted: (name: DraftName, field: DraftField) => boolean,
): SetupDraft {
  return { ...draft, fields: pick(draft.fields, isWanted) }
}

/** Without what was typed in a section up to then, and without what it was based on. */
export function withoutSection(
  draft: SetupDraft,
  section: DraftSection,
  upTo = Infinity,
): SetupDraft {
  const { [section]: _base, ...bases } = draft.bases
  return {
    bases,
    fields: pick(draft.fields, (name, field) => sectionOf(name) !== section || field.at > upTo),
  }
}

/** Which section a field belongs to; null for ticks and the like. */
export function sectionOf(name: DraftName): DraftSection | null {
  if (name === 'mapping') return 'mapping'
  return name.startsWith('source.') ? 'source' : null
}

/** What is saved of the source, with what was typed over it. A secret is taken from `stored` alone. */
export function applySource<Source extends SamlSource | OidcSource>(
  stored: Source,
  { fields }: SetupDraft,
): Source {
  const typed: Record<string, DraftValue> = {}
  for (const [name, before] of Object.entries(stored)) {
    const value = isKeptSourceField(name) ? fields[`source.${name}`]?.value : undefined
    if (value !== undefined && typeof value === typeof before) typed[name] = value
  }
  return { ...stored, ...typed }
}

/** What differs between two versions of a source, less the secret. */
export function sourceEdits<Source extends SamlSource | OidcSource>(
  before: Source,
  after: Source,
): [name: DraftName, value: DraftValue][] {
  const earlier = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([name, value]: [string, string | boolean]) =>
    isKeptSourceField(name) && earlier.get(name) !== value
      ? [[`source.${name}` as const, value] as [DraftName, DraftValue]]
      : [],
  )
}

/** The rows that were typed, else those that are saved. */
export function applyMapping(
  stored: readonly MappingRow[],
  { fields }: SetupDraft,
): readonly MappingRow[] {
  const value = fields.mapping?.value
  return typeof value === 'object' ? value : stored
}

/** Whether a text is, or holds, a private key: PEM, or base64 of PKCS #1 or #8 without a header. */
export function holdsPrivateKey(value: DraftValue): boolean {
  if (typeof value !== 'string') return false
  return /PRIVATE KEY/i.test(value) || isPrivateKeyDer(value)
}

/** A certificate is a sequence in a sequence; a key is one that begins with a version number. */
function isPrivateKeyDer(text: string): boolean {
  const start = text.replaceAll(/\s/g, '').slice(0, 12)
  if (!/^M[A-P][A-Za-z0-9+/]{10}$/.test(start)) return false
  const bytes = Array.from(atob(start), (letter) => letter.charCodeAt(0))
  const length = bytes[1] ?? 0
  const first = 2 + (length > 0x80 ? length - 0x80 : 0)
  return bytes[0] === 0x30 && bytes[first] === 0x02 && bytes[first + 1] === 1
}

const SOURCE_FIELDS: Record<KeptSourceField, true> = {
  mode: true,
  metadataUrl: true,
  metadataXml: true,
  ssoUrl: true,
  entityId: true,
  chosenIdp: true,
  certificate: true,
  issuer: true,
  clientId: true,
  manual: true,
  authorizationUrl: true,
  tokenUrl: true,
  userinfoUrl: true,
  jwksUrl: true,
  customScopes: true,
}

const isKeptSourceField = (name: string): name is KeptSourceField =>
  Object.hasOwn(SOURCE_FIELDS, name)

function isDraftName(name: string): name is DraftName {
  if (name === 'mapping' || name.startsWith('done.')) return true
  return name.startsWith('source.') && isKeptSourceField(name.slice('source.'.length))
}

function parse(kept: string | null): SetupDraft {
  try {
    const stored: unknown = JSON.parse(kept ?? 'null')
    if (!isRecord(stored) || stored['version'] !== VERSION) return NO_DRAFT
    const fields: Partial<Record<DraftName, DraftField>> = {}
    for (const [name, field] of Object.entries(asRecord(stored['fields']))) {
      if (isDraftName(name) && isField(field)) fields[name] = field
    }
    const { source, mapping } = asRecord(stored['bases'])
    return {
      fields,
      bases: {
        ...(typeof source === 'string' && { source }),
        ...(typeof mapping === 'string' && { mapping }),
      },
    }
  } catch {
    return NO_DRAFT
  }
}

function isField(field: unknown): field is DraftField {
  if (!isRecord(field) || typeof field['at'] !== 'number') return false
  const { value } = field
  return typeof value === 'string' || typeof value === 'boolean' || isRows(value)
}

const isRows = (value: unknown): value is MappingRow[] =>
  Array.isArray(value) &&
  value.every(
    (row) => isRecord(row) && typeof row['key'] === 'string' && typeof row['value'] === 'string',
  )

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const asRecord = (value: unknown) => (isRecord(value) ? value : {})

function entriesOf({ fields }: SetupDraft): [DraftName, DraftField][] {
  return Object.entries(fields).flatMap(([name, field]) =>
    isDraftName(name) ? [[name, field] as [DraftName, DraftField]] : [],
  )
}

function pick(
  fields: SetupDraft['fields'],
  isWanted: (name: DraftName, field: DraftField) => boolean,
): SetupDraft['fields'] {
  const picked: Partial<Record<DraftName, DraftField>> = {}
  for (const [name, field] of entriesOf({ fields, bases: {} })) {
    if (isWanted(name, field)) picked[name] = field
  }
  return picked
}
