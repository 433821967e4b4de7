import { QueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query'
import { Component, Suspense, type ReactNode } from 'react'
import { scimQueries, useOrgportalClient } from 'orgportal/hooks'

export function SuspendedDirectory() {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <TryAgain onReset={reset}>
          <Suspense fallback={<p>Reading the directory…</p>}>
            <DirectoryName />
          </Suspense>
        </TryAgain>
      )}
    </QueryErrorResetBoundary>
  )
}

function DirectoryName() {
  const { data } = useSuspenseQuery(scimQueries.connection(useOrgportalClient()))
  return <h2>{data?.display_name ?? 'No directory is connected.'}</h2>
}

class TryAgain extends Component<{ onReset: () => void; children: ReactNode }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override render() {
    if (!this.state.failed) return this.props.children
    const again = () => {
      this.props.onReset()
      this.setState({ failed: false })
    }
    return <button onClick={again}>Try again</button>
  }
}
