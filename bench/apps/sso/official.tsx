import { StytchB2BProvider } from '@stytch/react/b2b'
import { AdminPortalSSO } from '@stytch/react/b2b/adminPortal'
import { createRoot } from 'react-dom/client'
import { mountPoint } from '../mountPoint.ts'
import { createOfficialClient } from '../officialClient.ts'

createRoot(mountPoint()).render(
  <StytchB2BProvider stytch={createOfficialClient()}>
    <AdminPortalSSO />
  </StytchB2BProvider>,
)
