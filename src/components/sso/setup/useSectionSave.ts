import { useQueryClient } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import type { SsoConnections } from '../../../hooks/ssoConnections.ts'
import * as ssoQueries from '../../../hooks/ssoQueries.ts'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import { KeptContext } from '../../portal/KeptContext.ts'
import { useSaveSteps, type SaveStep, type SaveSteps } from '../../portal/useSaveSteps.ts'
import type { DraftSection } from './draft.ts'
import type { SetupSection } from './SetupSection.ts'
import type { SetupConnection } from './setupSteps.ts'

/** What became of a save. `left`: what is not saved, whatever the reason. */
export interface SectionsSaved {
  saved: readonly DraftSection[]
  left: readonly DraftSection[]
  /** Something that the form asks for is still empty. */
  incomplete: boolean
}

export interface SectionSave {
  saveSteps: SaveSteps
  /** Reading what was typed, or saving it. */
  busy: boolean
  /** What was typed could not be read: a piece of the page is missing. */
  readError: Error | null
  /** Sections in which something cannot work, as they were when they were to be saved. */
  refused: ReadonlySet<DraftSection>
  /** Saves what can be saved; the rest stays as it is. */
  save: (sections: readonly SetupSection[]) => Promise<SectionsSaved>
  /** Sends what is left of the last save. */
  retry: () => Promise<SectionsSaved>
  /** When what was sent last was taken, in milliseconds; 0 before. */
  takenAt: number
  /** Forgets how the last save went; what was refused stays so until it is saved. */
  reset: () => void
}

interface Sending {
  section: SetupSection
  steps: SaveStep[]
  done: Set<string>
  takenAt: number
}

/** Checks sections and sends what differs, one request after the other. What was typed stays until it is saved. */
export function useSectionSave(connectionId: string): SectionSave {
  const storedNow = useStoredConnection(connectionId)
  const ended = useContext(KeptContext) !== null
  const saveSteps = useSaveSteps()
  const [checking, setChecking] = useState(false)
  const [readError, setReadError] = useState<Error | null>(null)
  const [refused, setRefused] = useState<ReadonlySet<DraftSection>>(new Set())
  const [last, setLast] = useState<readonly Sending[]>([])

  const settle = (sent: readonly Sending[]) => {
    for (const { section, steps, done, takenAt } of sent) {
      const now = storedNow()
      if (steps.every(({ id }) => done.has(id))) section.saved(takenAt)
      // What is saved of it was not changed by somebody else.
      else if (now && done.size > 0) section.rebase(now)
    }
  }
  const outcome = (
    sections: readonly SetupSection[],
    sent: readonly Sending[],
    incomplete: boolean,
  ): SectionsSaved => {
    const isSaved = ({ id }: SetupSection) =>
      sent.some(({ section, steps, done }) => section.id === id && steps.length === done.size)
    return {
      saved: sections.filter(isSaved).map(({ id }) => id),
      left: sections.filter((section) => !isSaved(section)).map(({ id }) => id),
      incomplete,
    }
  }
  const read = async (sections: readonly SetupSection[]) => {
    // Before it is read: what is typed meanwhile is not among it.
    const takenAt = Date.now()
    const sent: Sending[] = []
    const wrong = new Set<DraftSection>()
    let incomplete = false
    for (const section of sections) {
      if (section.conflict || section.blocked) continue
      const verdict = await section.check()
      if (verdict === 'incomplete') incomplete = true
      if (verdict === 'wrong') wrong.add(section.id)
      else sent.push(sending(section, await section.steps(), takenAt))
    }
    setRefused(wrong)
    return { sent, incomplete }
  }
  return {
    saveSteps,
    busy: checking || saveSteps.saving,
    readError,
    refused,
    save: async (sections) => {
      if (checking || saveSteps.saving || ended) return outcome(sections, [], false)
      setChecking(true)
      setReadError(null)
      saveSteps.reset()
      try {
        const { sent, incomplete } = await read(sections)
        setLast(sent)
        await saveSteps.save(sent.flatMap(({ steps }) => steps))
        settle(sent)
        return outcome(sections, sent, incomplete)
      } catch (thrown) {
        setReadError(thrown instanceof Error ? thrown : new Error(String(thrown)))
        return outcome(sections, [], false)
      } finally {
        setChecking(false)
      }
    },
    takenAt: last[0]?.takenAt ?? 0,
    retry: async () => {
      await saveSteps.retry()
      settle(last)
      return outcome(
        last.map(({ section }) => section),
        last,
        false,
      )
    },
    reset: () => {
      saveSteps.reset()
      setReadError(null)
    },
  }
}

/** The steps of a section, which note what of them was done. */
function sending(section: SetupSection, steps: readonly SaveStep[], takenAt: number): Sending {
  const done = new Set<string>()
  return {
    section,
    done,
    takenAt,
    steps: steps.map((step) => ({
      ...step,
      send: async () => {
        await step.send()
        done.add(step.id)
      },
    })),
  }
}

/** The connection as the last answer has it, which may not be on the screen yet. */
function useStoredConnection(connectionId: string): () => SetupConnection | undefined {
  const client = useOrgportalClient()
  const queryClient = useQueryClient()
  return () => {
    const { queryKey } = ssoQueries.connections(client)
    const all = queryClient.getQueryData<SsoConnections>(queryKey)
    const saml = all?.saml_connections.find((one) => one.connection_id === connectionId)
    if (saml) return { protocol: 'saml', ...saml }
    const oidc = all?.oidc_connections.find((one) => one.connection_id === connectionId)
    return oidc && { protocol: 'oidc', ...oidc }
  }
}
