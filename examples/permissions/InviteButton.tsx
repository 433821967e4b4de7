import { usePermission } from 'orgportal/hooks'
import { explainInWords } from './explainInWords.ts'

export function InviteButton({ onInvite }: { onInvite: () => void }) {
  const invite = usePermission('stytch.member', 'create')
  if (invite.status === 'loading') return null
  return (
    <>
      <button type="button" disabled={!invite.allowed} onClick={onInvite}>
        Invite
      </button>
      {!invite.allowed && <p>{explainInWords(invite.explain())}</p>}
    </>
  )
}
