'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMember } from '../hooks/useSessionSnapshot.ts'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import type { EmulatorControl, EmulatorState } from '../testing/connectEmulator.ts'
import type { Act } from './EmulatorTab.tsx'
import { signInAs } from './Personas.tsx'
import { dateTime } from './timeText.ts'

interface SurroundingsProps {
  state: EmulatorState
  control: EmulatorControl
  act: Act
}

const LATENCIES = [0, 50, 250, 1000, 3000]
const MINUTE = 60_000
const STEPS = [
  { name: '+5 min', milliseconds: 5 * MINUTE },
  { name: '+1 h', milliseconds: 60 * MINUTE },
  { name: '+1 day', milliseconds: 24 * 60 * MINUTE },
]

/** Latency, clock and data. */
export function Surroundings({ state, control, act }: SurroundingsProps): ReactNode {
  const reseed = useReseed(control, state)
  const { latency, now, seed, seeds } = state

  return (
    <section>
      <h3>Surroundings</h3>
      <div className="fields">
        <label>
          <span>Latency</span>
          <select
            value={latency}
            onChange={(event) => {
              const milliseconds = Number(event.target.value)
              act(() => control.setLatency(milliseconds))
            }}
          >
            {[...new Set([...LATENCIES, latency])].map((milliseconds) => (
              <option key={milliseconds} value={milliseconds}>
                {milliseconds} ms
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Seed</span>
          <select
            value={seed}
            onChange={(event) => {
              const next = event.target.value
              act(() => reseed(next))
            }}
          >
            {seeds.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          onClick={() => {
            act(() => reseed(seed))
          }}
        >
          Reset to the seed
        </button>
      </div>
      <p className="muted">{seeds.find(({ name }) => name === seed)?.description}</p>
      <div className="toolbar" role="group" aria-label="Clock">
        <span>
          Clock <span className="number">{dateTime(now)}</span>
        </span>
        {STEPS.map(({ name, milliseconds }) => (
          <button
            key={name}
            type="button"
            className="small"
            onClick={() => {
              act(() => control.clock.advance(milliseconds))
            }}
          >
            {name}
          </button>
        ))}
        <button
          type="button"
          className="small"
          onClick={() => {
            act(() => control.clock.set(Date.now()))
          }}
        >
          Now
        </button>
      </div>
    </section>
  )
}

/** Sessions go with the data; whoever was signed in signs in again, if the new data has them. */
function useReseed(control: EmulatorControl, { personas }: EmulatorState) {
  const client = useOrgportalClient()
  const queryClient = useQueryClient()
  const member = useMember()

  return async (seed: string) => {
    const persona = personas.find(({ member_id }) => member_id === member?.member_id)
    await control.seed(seed)
    const fresh = await control.state()
    if (fresh.personas.some(({ id }) => id === persona?.id)) {
      await signInAs(client, control, persona?.id ?? '')
    } else if (member) {
      // The server has forgotten the session; asked for it, the client notices.
      await client.session.authenticate().catch(() => undefined)
    }
    await queryClient.invalidateQueries({ queryKey: ['orgportal', client.publicToken] })
  }
}
