import { PushFromDirectory } from './PushFromDirectory.tsx'

/** What stands around a real product: an identity provider that pushes. The rest is in the devtools. */
export function DemoTools({ onClose }: { onClose: () => void }) {
  return (
    <>
      <header className="demo-tools-header">
        <h2>Demo tools</h2>
        <button
          type="button"
          className="button"
          aria-label="Close the demo tools"
          onClick={onClose}
        >
          Close
        </button>
        <p className="muted">Not part of the product: the other end of the wire.</p>
      </header>
      <PushFromDirectory />
    </>
  )
}
