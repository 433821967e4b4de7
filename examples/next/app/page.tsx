import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { scimQueries } from 'orgportal/hooks'
import { ConnectionCard } from './ConnectionCard.tsx'
import { requestClient } from './requestClient.ts'
import { SignedIn } from './SignedIn.tsx'

export default async function DirectoryPage() {
  const queryClient = new QueryClient()
  const connection = scimQueries.connection(await requestClient())
  if (connection.enabled) {
    // What fails here is fetched again by the browser.
    await queryClient.query(connection).catch(() => null)
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SignedIn>
        <ConnectionCard />
      </SignedIn>
    </HydrationBoundary>
  )
}
