import type { GuideWords } from '../../i18n/en/sso/guides/GuideWords.ts'
import type { Messages } from '../../i18n/messages.ts'
import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import type { SsoCopyValue, SsoGuide, SsoGuideStep } from '../guides/SsoGuide.ts'
import { nameIdFormat, spMetadata } from './spMetadata.ts'

/** What whoever runs the identity provider gets: the steps with all values filled in, and what to send back. No secret. */
export interface HandOverSheet {
  title: string
  intro: string
  madeOn: string
  asOf: string
  values: readonly SheetValue[]
  steps: readonly SheetStep[]
  mapping: readonly SheetValue[]
  sendBack: readonly SheetValue[]
  /** A secret is among what comes back. */
  sendSecretly: boolean
}

export interface SheetValue {
  label: string
  value: string
}

export interface SheetStep {
  title: string
  /** As in the guide: `*label*` is a label of the console. */
  instructions: readonly string[]
  values: readonly SheetValue[]
  note: string | null
}

export type SheetWords = Messages['ssoConnection']['handOver']['sheet']

export interface SheetInput {
  connection: SamlSsoConnection | OidcSsoConnection
  guide: SsoGuide
  /** The words of the guide. */
  guideWords: GuideWords
  words: SheetWords
  /** Labels of the service's values, as the connection's page has them. */
  valueWords: Messages['ssoConnection']['values']
  /** How product, organization and identity provider are called. */
  names: { product: string; organization: string; provider: string }
  /** In the words of the reader: "22 Nov 2026", "November 2026". */
  dates: { madeOn: string; asOf: string }
}

/** Puts the sheet together; `sheetHtml` and `sheetText` make something to read of it. */
export function handOverSheet(input: SheetInput): HandOverSheet {
  const { connection, guide, guideWords, words, names, dates } = input
  return {
    title: words.title(names.product, names.provider),
    intro: words.intro(names.organization, connection.display_name),
    madeOn: words.madeOn(dates.madeOn),
    asOf: words.asOf(guideWords.console, dates.asOf),
    values: serviceValues(input),
    // Mapping is done in the portal, which the reader may not see.
    steps: guide.steps.filter(({ form }) => form !== 'mapping').map((step) => stepOf(step, input)),
    mapping: mappingOf(input),
    sendBack: sendBack(input),
    sendSecretly: connection.protocol === 'oidc',
  }
}

function serviceValues({ connection, valueWords }: SheetInput): SheetValue[] {
  return connection.protocol === 'oidc'
    ? [{ label: valueWords.redirectUrl, value: connection.redirect_url }]
    : [
        { label: valueWords.acsUrl, value: connection.acs_url },
        { label: valueWords.audienceUri, value: connection.audience_uri },
        { label: valueWords.nameIdFormat, value: nameIdFormat(connection) },
      ]
}

function stepOf({ id, copy = [] }: SsoGuideStep, input: SheetInput): SheetStep {
  const words = input.guideWords.steps[id]
  return {
    title: words?.title ?? id,
    instructions: words?.instructions ?? [],
    values: copy.flatMap((one) => {
      const value = valueOf(one, input)
      return value === null ? [] : [{ label: input.guideWords.values[one.id] ?? one.id, value }]
    }),
    note: words?.note ?? null,
  }
}

/** Null where a connection of this protocol has no such value. */
function valueOf({ id, is }: SsoCopyValue, { connection, guideWords }: SheetInput): string | null {
  if (is === 'text') return guideWords.texts?.[id] ?? null
  if (is === 'redirect-url') {
    return connection.protocol === 'oidc' ? connection.redirect_url : null
  }
  if (connection.protocol !== 'saml') return null
  switch (is) {
    case 'acs-url':
      return connection.acs_url
    case 'audience-uri':
      return connection.audience_uri
    case 'name-id-format':
      return nameIdFormat(connection)
    case 'sp-metadata':
      return spMetadata(connection)
  }
}

/** As it is saved; while nothing is, as is usual for the provider. */
function mappingOf({ connection, guide, words }: SheetInput): SheetValue[] {
  const filled = Object.entries(connection.attribute_mapping).filter(([, theirs]) => theirs !== '')
  const rows = filled.length > 0 ? filled : Object.entries(guide.mapping)
  const names: Readonly<Record<string, string>> = words.names
  return rows.map(([ours, theirs]) => ({ label: names[ours] ?? ours, value: theirs }))
}

/** By what name the console has it, and what it is. */
function sendBack({ connection, guide, guideWords, words }: SheetInput): SheetValue[] {
  const modes = guide.source ?? ['url', 'file', 'manual']
  const fields =
    connection.protocol === 'oidc'
      ? (['issuer', 'clientId', 'clientSecret'] as const)
      : modes[0] === 'url'
        ? (['metadataUrl'] as const)
        : modes[0] === 'file'
          ? (['metadataFile'] as const)
          : (['ssoUrl', 'entityId', 'certificate'] as const)
  return fields.map((field) => {
    const name = guideWords.fields[field]
    return { label: words.back[field], value: name ? words.calledThere(name) : '' }
  })
}
