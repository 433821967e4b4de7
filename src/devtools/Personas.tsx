'use client'

import type { ReactNode } from 'react'
import type { B2BClient } from '../client/B2BClient.ts'
import type { Persona } from '../emulator/records/project.ts'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import { useMember } from '../hooks/useSessionSnapshot.ts'
import type { EmulatorControl } from '../testing/connectEmulator.ts'
import type { Act } from './EmulatorTab.tsx'

interface PersonasProps {
  personas: readonly Persona[]
  control: EmulatorControl
  act: Act
}

/** Who can sign in, each by a button. */
export function Personas({ personas, control, act }: PersonasProps): ReactNode {
  const client = useOrgportalClient()
  const member = useMember()
  return (
    <section>
      <h3>Sign in as</h3>
      <ul className="rows" aria-label="Personas">
        {personas.map(({ id, name, description, member_id }) => (
          <li key={id}>
            <b>{name}</b>
            <span className="muted clip grow">{description}</span>
            {member_id === member?.member_id && (
              <span className="chip" data-tone="good">
                signed in
              </span>
            )}
            <button
              type="button"
              className="small"
              onClick={() => {
                act(() => signInAs(client, control, id))
              }}
            >
              Sign in <span className="hidden">as {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** By a real magic link, followed at once; the page stays. */
export async function signInAs(
  client: B2BClient,
  control: EmulatorControl,
  personaId: string,
): Promise<void> {
  const { token } = await control.magicLink(personaId)
  await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
}
