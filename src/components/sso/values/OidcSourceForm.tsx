'use client'
import type { GuideWords } from '../../i18n/en/sso/guides/GuideWords.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { OidcSsoConnection, SsoConnection } from '../connections.ts'
import { IssuerAddresses } from './IssuerAddresses.tsx'
import { issuerOf, oidcAddresses, splitScopes } from './oidcSource.ts'
import { SecretField } from './SecretField.tsx'
import { SourceField } from './SourceField.tsx'
import type { OidcSource } from './sourceValues.ts'
import { useOidcReading } from './useOidcReading.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface OidcSourceFormProps {
  value: OidcSource
  onChange: (value: OidcSource) => void
  /** How the provider's console calls the fields; our own words where it is silent. */
  fieldNames?: GuideWords['fields'] | undefined
  /** Where something else than the issuer is typed: `SsoGuide.issuerTemplate`. */
  issuerTemplate?: string | undefined
  connection: OidcSsoConnection
  siblings?: readonly SsoConnection[] | undefined
  /** What the service said of the issuer when it was saved; empty where nothing. */
  warning?: string | undefined
  /** Says what is empty and must not be: after somebody tried to go on. */
  showEmpty?: boolean | undefined
}

const NOBODY: readonly SsoConnection[] = []

/** What an OIDC identity provider tells: issuer, client and secret; and the four addresses, where its issuer does not. */
export function OidcSourceForm(props: OidcSourceFormProps) {
  const { value, onChange, fieldNames = {}, issuerTemplate, connection, warning } = props
  const { siblings = NOBODY, showEmpty = false } = props
  const messages = useValuesMessages()
  const ui = useUiMessages()
  const { oidc } = messages
  const { findings, discovery, events, isFailed, retry } = useOidcReading(value, {
    connection,
    siblings,
    issuerTemplate,
  })
  const change = (part: Partial<OidcSource>) => onChange({ ...value, ...part })
  const findingsOf = (field: keyof OidcSource) =>
    findings.filter((one) => one.field === field && (showEmpty || one.code !== 'empty'))
  const issuer = issuerOf(value.issuer, issuerTemplate)
  const emptyHint = issuerTemplate === undefined ? oidc.issuerHint : oidc.templateEmptyHint
  const filledHint = issuer === value.issuer.trim() ? oidc.issuerHint : oidc.templateHint(issuer)
  const issuerHint = issuer === '' ? emptyHint : filledHint
  return (
    <div data-part="sso-source" role="presentation" {...events}>
      {warning && !value.manual && (
        <Callout
          tone="warning"
          announce="status"
          title={oidc.warning.title}
          actions={
            <Button size="small" onClick={() => change({ manual: true })}>
              {oidc.warning.manual}
            </Button>
          }
        >
          {oidc.warning.hint} {warning}
        </Callout>
      )}
      <SourceField
        label={fieldNames.issuer ?? oidc.issuer}
        hint={issuerHint}
        findings={findingsOf('issuer')}
        onFix={(fixed) => change({ issuer: fixed })}
      >
        {(control) => (
          <TextInput
            {...control}
            code
            value={value.issuer}
            onValueChange={(typed) => change({ issuer: typed })}
          />
        )}
      </SourceField>
      <SourceField label={fieldNames.clientId ?? oidc.clientId} findings={findingsOf('clientId')}>
        {(control) => (
          <TextInput
            {...control}
            code
            value={value.clientId}
            onValueChange={(clientId) => change({ clientId })}
          />
        )}
      </SourceField>
      <SecretField
        label={fieldNames.clientSecret ?? oidc.clientSecret}
        value={value.clientSecret}
        onValueChange={(clientSecret) => change({ clientSecret })}
        isStored={connection.has_client_secret}
        findings={findingsOf('clientSecret')}
      />
      <IssuerAddresses discovery={discovery} isByHand={value.manual} />
      <Checkbox
        label={oidc.manual}
        hint={oidc.manualHint}
        checked={value.manual}
        onCheckedChange={(manual) => change({ manual })}
      />
      {value.manual &&
        oidcAddresses.map(({ key }) => (
          <SourceField
            key={key}
            label={oidc[key]}
            findings={findingsOf(key)}
            onFix={(fixed) => change({ [key]: fixed })}
          >
            {(control) => (
              <TextInput
                {...control}
                code
                inputMode="url"
                value={value[key]}
                onValueChange={(typed) => change({ [key]: typed })}
              />
            )}
          </SourceField>
        ))}
      <SourceField label={oidc.customScopes} hint={oidc.customScopesHint} optional findings={[]}>
        {(control) => (
          <TextInput
            {...control}
            code
            value={value.customScopes}
            onValueChange={(customScopes) => change({ customScopes })}
          />
        )}
      </SourceField>
      {discovery !== null && discovery !== 'looking' && discovery.state === 'found' && (
        <ScopeSuggestions
          scopes={discovery.discovery.scopes}
          value={value.customScopes}
          onValueChange={(customScopes) => change({ customScopes })}
        />
      )}
      {isFailed && (
        <Callout
          tone="warning"
          announce="status"
          title={messages.notLoaded}
          actions={
            <Button size="small" onClick={retry}>
              {ui.retry}
            </Button>
          }
        >
          {messages.notLoadedHint}
        </Callout>
      )}
    </div>
  )
}

/** The service asks for these by itself. */
const USUAL = ['openid', 'email', 'profile']

interface ScopeSuggestionsProps {
  scopes: readonly string[]
  value: string
  onValueChange: (value: string) => void
}

function ScopeSuggestions({ scopes, value, onValueChange }: ScopeSuggestionsProps) {
  const { oidc } = useValuesMessages()
  const asked = splitScopes(value)
  const others = scopes.filter((scope) => !USUAL.includes(scope) && !asked.includes(scope))
  if (others.length === 0) return null
  return (
    <p data-part="sso-suggestions">
      <span data-part="hint">{oidc.supportedScopes}</span>
      {others.slice(0, 12).map((scope) => (
        <Button
          key={scope}
          size="small"
          aria-label={oidc.addScope(scope)}
          onClick={() => onValueChange([...asked, scope].join(' '))}
        >
          {scope}
        </Button>
      ))}
    </p>
  )
}
