import { createPkce, type PkceNamespace } from './pkce.ts'
import { createProtect } from './protection.ts'
import type { SignInContext } from './signIn.ts'

/** What a call brings along beside its arguments, so that it ends in the browser it began in, and is no robot's. */
export interface ProofNeeds {
  /**
   * Whose stored code verifier goes along, whenever there is one. Where the server refuses the one of
   * the first namespace, the next is tried; the one that it takes is used up.
   */
  pkce?: readonly PkceNamespace[]
  /** What the verifier is called on the wire: `pkce_code_verifier` when left out. */
  verifierName?: 'code_verifier'
  /** The verifier is not used up: the same pair is needed again. */
  keepsVerifier?: true
  /**
   * A code challenge goes along when the project's settings demand one for this namespace (so the
   * call waits for bootstrap). A pair that is stored already is used again.
   */
  challenge?: PkceNamespace
  /** What the challenge is called on the wire: `pkce_code_challenge` when left out. */
  challengeName?: 'code_challenge'
  /** Captcha token and device fingerprint go along, as far as the project demands them. */
  isProtected?: true
}

export interface Proofs {
  /** The code challenge to send: undefined when the project does not demand one. */
  challenge: (namespace: PkceNamespace) => Promise<string | undefined>
  /** Sends by `exchange`, with the fields that are to go along; again where the server wants others. */
  send: <Output>(
    needs: ProofNeeds,
    exchange: (fields: object) => Promise<Output>,
  ) => Promise<Output>
}

export function createProofs(context: SignInContext): Proofs {
  const { isApiError, asksCaptcha } = context.loaded
  const pkce = createPkce(context)
  const protect = createProtect(context)

  async function send<Output>(
    needs: ProofNeeds,
    exchange: (fields: object) => Promise<Output>,
  ): Promise<Output> {
    const { challenge, challengeName = 'pkce_code_challenge' } = needs
    if (!challenge) return withVerifier(needs, exchange)
    const fields = { [challengeName]: await pkce.challenge(challenge) }
    return withVerifier(needs, (others) => exchange({ ...fields, ...others }))
  }

  async function withVerifier<Output>(
    needs: ProofNeeds,
    exchange: (fields: object) => Promise<Output>,
    [namespace, ...others] = needs.pkce ?? [],
  ): Promise<Output> {
    if (!namespace) return withProtection(needs, exchange)
    const verifier = pkce.verifier(namespace)
    if (!verifier) return withVerifier(needs, exchange, others)
    const { verifierName = 'pkce_code_verifier' } = needs
    try {
      const answer = await withProtection(needs, (fields) =>
        exchange({ ...fields, [verifierName]: verifier }),
      )
      if (!needs.keepsVerifier) pkce.remove(namespace)
      return answer
    } catch (error) {
      if (!isApiError(error) || !/pkce/i.test(error.message)) throw error
      // It would only be refused again, whatever the next link is.
      pkce.remove(namespace)
      if (!others.length) throw error
      return withVerifier(needs, exchange, others)
    }
  }

  async function withProtection<Output>(
    { isProtected }: ProofNeeds,
    exchange: (fields: object) => Promise<Output>,
  ): Promise<Output> {
    if (!isProtected) return exchange({})
    try {
      return await exchange({ ...(await protect()) })
    } catch (error) {
      const proof = asksCaptcha(error) && (await protect('again'))
      if (!proof) throw error
      return exchange(proof)
    }
  }

  return { challenge: pkce.challenge, send }
}
