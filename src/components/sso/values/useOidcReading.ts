import { useEffect, useMemo, useState } from 'react'
import { publicFetch } from '../../../hooks/publicFetch.ts'
import type { OidcSsoConnection, SsoConnection } from '../connections.ts'
import { hasErrors, type Finding } from '../reading/finding.ts'
import type { DiscoveryReading } from '../reading/discoverIssuer.ts'
import type { OidcFinding } from './checkOidcSource.ts'
import { loadReaders } from './loadReaders.ts'
import { issuerOf } from './oidcSource.ts'
import type { OidcSource } from './sourceValues.ts'
import { useRested, type Rested } from './useRested.ts'

export interface OidcReadingState extends Pick<Rested<OidcSource>, 'events'> {
  findings: OidcFinding[]
  /** What the browser could read of the issuer; null where nothing was looked for. */
  discovery: 'looking' | DiscoveryReading | null
  /** What checks could not be loaded. */
  isFailed: boolean
  retry: () => void
}

export interface OidcReadingContext {
  connection: OidcSsoConnection
  siblings: readonly SsoConnection[]
  issuerTemplate: string | undefined
}

/** Checks what is typed as it is typed, and looks what the issuer publishes, unless the addresses come by hand. */
export function useOidcReading(value: OidcSource, context: OidcReadingContext): OidcReadingState {
  const { connection, siblings, issuerTemplate } = context
  const typed = useTyped(value)
  const { rested, events } = useRested(typed)
  const [read, setRead] = useState<{ findings: OidcFinding[]; of: OidcSource } | null>(null)
  const [isFailed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let isCurrent = true
    const check = async () => {
      try {
        const { checkOidcSource } = await loadReaders()
        if (!isCurrent) return
        const findings = checkOidcSource(rested, { connection, siblings, issuerTemplate })
        setRead({ findings, of: rested })
        setFailed(false)
      } catch {
        if (isCurrent) setFailed(true)
      }
    }
    void check()
    return () => {
      isCurrent = false
    }
  }, [rested, connection, siblings, issuerTemplate, attempt])

  const findings = useMemo(() => read?.findings ?? [], [read])
  const isSound =
    read !== null && !hasErrors(read.findings.filter(({ field }) => field === 'issuer'))
  const issuer = isSound && !read.of.manual ? issuerOf(read.of.issuer, issuerTemplate) : ''
  const discovery = useDiscovery(issuer)
  const found = discovery === null || discovery === 'looking' ? [] : discovery.findings
  return {
    findings: [...findings, ...found.flatMap(onIssuer)],
    discovery,
    isFailed,
    events,
    retry: () => setAttempt(attempt + 1),
  }
}

/** Why the browser cannot read it is said with the addresses; and where it finds nothing, the service still may. */
function onIssuer(finding: Finding): OidcFinding[] {
  if (finding.code === 'discovery-unreachable') return []
  const isSure = finding.code !== 'discovery-not-found' && finding.code !== 'discovery-not-json'
  return [{ ...finding, severity: isSure ? finding.severity : 'warning', field: 'issuer' }]
}

function useDiscovery(issuer: string): OidcReadingState['discovery'] {
  const [found, setFound] = useState<{ issuer: string; reading: DiscoveryReading } | null>(null)
  useEffect(() => {
    if (issuer === '') return
    const abort = new AbortController()
    const look = async () => {
      try {
        const { discoverIssuer } = await loadReaders()
        const reading = await discoverIssuer(issuer, { fetch: publicFetch, signal: abort.signal })
        setFound({ issuer, reading })
      } catch {
        // It went on to another issuer. Or the code could not be loaded: the service looks itself all the same.
        if (!abort.signal.aborted) setFound({ issuer, reading: { state: 'unknown', findings: [] } })
      }
    }
    void look()
    return () => abort.abort()
  }, [issuer])
  if (issuer === '') return null
  return found?.issuer === issuer ? found.reading : 'looking'
}

/** The same object as long as the same is typed, whoever makes it. */
function useTyped(value: OidcSource): OidcSource {
  const { issuer, clientId, clientSecret, manual, customScopes } = value
  const { authorizationUrl, tokenUrl, userinfoUrl, jwksUrl } = value
  return useMemo(
    () => ({
      issuer,
      clientId,
      clientSecret,
      manual,
      customScopes,
      authorizationUrl,
      tokenUrl,
      userinfoUrl,
      jwksUrl,
    }),
    [
      issuer,
      clientId,
      clientSecret,
      manual,
      customScopes,
      authorizationUrl,
      tokenUrl,
      userinfoUrl,
      jwksUrl,
    ],
  )
}
