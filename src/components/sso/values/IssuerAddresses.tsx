'use client'
import { Row, Rows } from '../../ui/Row.tsx'
import { oidcAddresses } from './oidcSource.ts'
import type { OidcReadingState } from './useOidcReading.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface IssuerAddressesProps {
  discovery: OidcReadingState['discovery']
  isByHand: boolean
}

/** What the issuer says its addresses are, as far as the browser can read it. */
export function IssuerAddresses({ discovery, isByHand }: IssuerAddressesProps) {
  const { oidc } = useValuesMessages()
  if (isByHand) return null
  const state = discovery === null || discovery === 'looking' ? discovery : discovery.state
  const text = {
    looking: oidc.discovering,
    found: oidc.discovered,
    unknown: oidc.serviceLooks,
    wrong: oidc.addressesHint,
  }[state ?? 'wrong']
  return (
    <section data-part="sso-read" aria-label={oidc.addresses}>
      <p data-part="label">{oidc.addresses}</p>
      <p data-part="hint" role="status">
        {text}
      </p>
      {discovery !== null && discovery !== 'looking' && discovery.state === 'found' && (
        <Rows>
          {oidcAddresses.map(({ key }) => (
            <Row key={key} label={oidc[key]}>
              <code data-part="code">{discovery.discovery[key]}</code>
            </Row>
          ))}
        </Rows>
      )}
    </section>
  )
}
