import { useOrgportalClient, useMember } from 'orgportal/hooks'
import { useState } from 'react'
import { signInLink } from '../emulator/controlApi.ts'
import { useNavigation } from './navigation.ts'
import { usePersonas } from '../emulator/useEmulator.ts'

/** Who is signed in. Choosing somebody else signs in as them, by a magic link of their own. */
export function PersonaSwitcher() {
  const client = useOrgportalClient()
  const member = useMember()
  const { mayLeave } = useNavigation()
  const personas = usePersonas()
  const [failure, setFailure] = useState<string | null>(null)

  async function switchTo(personaId: string) {
    setFailure(null)
    try {
      window.location.assign(await signInLink(personaId, window.location.pathname))
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }

  async function signOut() {
    if (!mayLeave()) return
    await client.session.revoke({ forceClear: true })
  }

  const current = personas.data?.find((persona) => persona.member_id === member?.member_id)
  return (
    <>
      {failure !== null && (
        <p role="alert" className="error-text">
          {failure}
        </p>
      )}
      <label>
        <span className="muted">Signed in as</span>
        <select
          className="select"
          value={current?.id ?? ''}
          onChange={(event) => void switchTo(event.target.value)}
        >
          {!current && <option value="">{member?.name ?? 'Nobody'}</option>}
          {personas.data?.map((persona) => (
            <option key={persona.id} value={persona.id}>
              {persona.name} ({persona.id})
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </>
  )
}
