import type { ReactNode } from 'react'
import { getServerState } from 'orgportal/client'
import { Providers } from './Providers.tsx'
import { requestClient } from './requestClient.ts'

export default async function RootLayout({ children }: { children: ReactNode }) {
  const serverState = getServerState(await requestClient())
  return (
    <html lang="en">
      <body>
        <Providers serverState={serverState}>{children}</Providers>
      </body>
    </html>
  )
}
