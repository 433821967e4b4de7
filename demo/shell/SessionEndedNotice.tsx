import { useMember, useOrgportalClient, useSessionStatus } from 'orgportal/hooks'
import { useState } from 'react'
import { createMagicLink } from '../emulator/controlApi.ts'
import { usePersonas } from '../emulator/useEmulator.ts'

const SESSION_MINUTES = 60

/** When the session has ended under somebody's hands: signs in again in place, with all that is typed still there. */
export function SessionEndedNotice() {
  const client = useOrgportalClient()
  const status = useSessionStatus()
  const member = useMember()
  const personas = usePersonas()
  const [lastMemberId, setLastMemberId] = useState(member?.member_id)
  const [failure, setFailure] = useState<string | null>(null)

  if (member && member.member_id !== lastMemberId) setLastMemberId(member.member_id)

  if (status !== 'anonymous') return null
  const persona = personas.data?.find((candidate) => candidate.member_id === lastMemberId)

  async function signInAgain(personaId: string) {
    setFailure(null)
    try {
      const { token } = await createMagicLink(personaId)
      await client.magicLinks.authenticate({
        magic_links_token: token,
        session_duration_minutes: SESSION_MINUTES,
      })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <div className="notice" role="alert">
      <p>
        <strong>Your session has ended.</strong> What you have typed is still here.
        {failure !== null && <span className="error-text"> {failure}</span>}
      </p>
      {persona && (
        <button
          type="button"
          className="button"
          data-kind="primary"
          onClick={() => void signInAgain(persona.id)}
        >
          Sign in again as {persona.name}
        </button>
      )}
    </div>
  )
}
