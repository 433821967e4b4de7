import { StytchB2BProvider } from '@stytch/react/b2b'
import { AdminPortalMemberManagement } from '@stytch/react/b2b/adminPortal'
import { createRoot } from 'react-dom/client'
import { mountPoint } from '../mountPoint.ts'
import { createOfficialClient } from '../officialClient.ts'

createRoot(mountPoint()).render(
  <StytchB2BProvider stytch={createOfficialClient()}>
    <AdminPortalMemberManagement />
  </StytchB2BProvider>,
)
