import { useEffect, useMemo, useState } from 'react'
import type { SamlSsoConnection, SsoConnection } from '../connections.ts'
import { loadReaders } from './loadReaders.ts'
import { NO_SAML_READING, type SamlReading } from './samlSource.ts'
import type { SamlSource } from './sourceValues.ts'
import { useRested, type Rested } from './useRested.ts'

export interface SamlReadingState extends Pick<Rested<SamlSource>, 'events'> {
  /** Of what was typed when the typing last rested. */
  reading: SamlReading
  /** What reads could not be loaded. */
  isFailed: boolean
  retry: () => void
}

/** Reads what is typed as it is typed, with the readers loaded when the first thing is there to read. */
export function useSamlReading(
  value: SamlSource,
  { connection, siblings }: { connection: SamlSsoConnection; siblings: readonly SsoConnection[] },
): SamlReadingState {
  const { mode, metadataUrl, metadataXml, chosenIdp, ssoUrl, entityId, certificate } = value
  // The same object as long as the same is typed, whoever makes it.
  const typed = useMemo(
    () => ({ mode, metadataUrl, metadataXml, chosenIdp, ssoUrl, entityId, certificate }),
    [mode, metadataUrl, metadataXml, chosenIdp, ssoUrl, entityId, certificate],
  )
  const { rested, events } = useRested<SamlSource>(typed)
  const [reading, setReading] = useState<SamlReading>(NO_SAML_READING)
  const [isFailed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      try {
        const { readSamlSource } = await loadReaders()
        const next = await readSamlSource(rested, { connection, siblings })
        if (!isCurrent) return
        setReading(next)
        setFailed(false)
      } catch {
        if (isCurrent) setFailed(true)
      }
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [rested, connection, siblings, attempt])

  return { reading, events, isFailed, retry: () => setAttempt(attempt + 1) }
}
