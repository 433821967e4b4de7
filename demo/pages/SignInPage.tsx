import { useState } from 'react'
import { signInLink, type Persona } from '../emulator/controlApi.ts'
import { usePersonas } from '../emulator/useEmulator.ts'

/** In a real product this page sends an e-mail; here the emulator hands over the link that it would hold. */
export function SignInPage({ linkFailure }: { linkFailure: string | null }) {
  const personas = usePersonas()
  const [failure, setFailure] = useState(linkFailure)
  const [chosen, setChosen] = useState<string | null>(null)

  async function signIn(persona: Persona) {
    setChosen(persona.id)
    setFailure(null)
    try {
      window.location.assign(await signInLink(persona.id, window.location.pathname))
    } catch (error) {
      setChosen(null)
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <main className="centered">
      <section className="card narrow">
        <p className="brand">
          <span className="brand-mark" aria-hidden="true" />
          Northwind Robotics
        </p>
        <h1>Sign in</h1>
        <p className="muted">
          A demo: choose who you are, and the emulator sends you a magic link that opens at once.
        </p>
        {failure !== null && (
          <p role="alert" className="error-text">
            That link did not work: {failure}
          </p>
        )}
        {personas.isError && (
          <p role="alert" className="error-text">
            The personas could not be loaded: {personas.error.message}
          </p>
        )}
        <ul className="personas">
          {personas.data?.map((persona) => (
            <li key={persona.id}>
              <button
                type="button"
                className="button persona"
                aria-busy={chosen === persona.id}
                onClick={() => void signIn(persona)}
              >
                <strong>{persona.name}</strong>
                <span className="muted">{persona.description}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}
