import { useExpiringCredentials } from 'orgportal/hooks'

/** Wherever admins look every day. */
export function ExpiryBanner() {
  const { credentials } = useExpiringCredentials({
    within: 30,
    enabled: { invitations: false },
  })
  if (credentials.length === 0) return null
  return (
    <ul>
      {credentials.map(({ type, id, label, days }) => (
        <li key={`${type} ${id}`}>
          {label}: {days < 0 ? 'has ended' : `${String(days)} days left`}
        </li>
      ))}
    </ul>
  )
}
