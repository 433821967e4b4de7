import { useQueryClient } from '@tanstack/react-query'
import { useMember } from 'orgportal/hooks'
import { useId, useState } from 'react'
import { reseed, reset, setLatency, signInLink } from '../emulator/controlApi.ts'
import { emulatorState, useEmulatorState, usePersonas } from '../emulator/useEmulator.ts'

const LATENCIES = [0, 50, 250, 1000, 3000]

/** Seed, reset and latency of the emulator. Sessions go with the data, so the same persona signs in again. */
export function EmulatorSettings() {
  const queryClient = useQueryClient()
  const state = useEmulatorState()
  const personas = usePersonas()
  const member = useMember()
  const headingId = useId()
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function run(action: () => Promise<void>) {
    setFailure(null)
    setBusy(true)
    try {
      await action()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  /** Members have new ids in new data, but personas keep theirs. */
  async function replaceData(replace: () => Promise<void>) {
    const persona = personas.data?.find((candidate) => candidate.member_id === member?.member_id)
    await replace()
    const path = window.location.pathname
    window.location.assign(persona ? await signInLink(persona.id, path) : path)
  }

  async function changeLatency(latency: number) {
    await setLatency(latency)
    await queryClient.invalidateQueries({ queryKey: emulatorState.queryKey })
  }

  const latency = state.data?.latency ?? 0
  const seed = state.data?.seeds.find(({ name }) => name === state.data.seed)
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId}>Emulator</h3>
      <label className="field">
        <span>Sample data</span>
        <select
          className="select"
          value={state.data?.seed ?? ''}
          disabled={busy}
          onChange={(event) => void run(() => replaceData(() => reseed(event.target.value)))}
        >
          {state.data?.seeds.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <span className="muted">{seed?.description}</span>
      </label>
      <label className="field">
        <span>Latency of each answer</span>
        <select
          className="select"
          value={latency}
          disabled={busy}
          onChange={(event) => void run(() => changeLatency(Number(event.target.value)))}
        >
          {[...new Set([...LATENCIES, latency])].map((ms) => (
            <option key={ms} value={ms}>
              {ms} ms
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => void run(() => replaceData(reset))}
      >
        Reset the emulator
      </button>
      {failure !== null && (
        <p role="alert" className="error-text">
          {failure}
        </p>
      )}
    </section>
  )
}
