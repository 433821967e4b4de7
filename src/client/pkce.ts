import { createPkcePair, type PkcePair } from './pkcePair.ts'
import type { SignInContext } from './signIn.ts'

/** Which of the project's settings demands a code challenge in a namespace. */
const SETTINGS = {
  oauth: 'pkceRequiredForOAuth',
  sso: 'pkceRequiredForSso',
  magic_links: 'pkceRequiredForEmailMagicLinks',
  passwords: 'pkceRequiredForPasswordResets',
} as const

export type PkceNamespace = keyof typeof SETTINGS

/** The pairs of code verifier and challenge by which a flow ends in the browser it began in. */
export interface Pkce {
  /** The stored code verifier. */
  verifier: (namespace: PkceNamespace) => string | undefined
  /** The code challenge to send: undefined when the project does not demand one. */
  challenge: (namespace: PkceNamespace) => Promise<string | undefined>
  remove: (namespace: PkceNamespace) => void
}

export function createPkce({ items, bootstrapped }: SignInContext): Pkce {
  const itemOf = (namespace: PkceNamespace) => `PKCE_VERIFIER:${namespace}`
  const remove = (namespace: PkceNamespace) => items.remove(itemOf(namespace))
  const stored = (namespace: PkceNamespace) => {
    const pair = items.getJson(itemOf(namespace))
    return isPair(pair) ? pair : undefined
  }

  return {
    verifier: (namespace) => stored(namespace)?.code_verifier,
    remove,
    async challenge(namespace) {
      const settings = await bootstrapped()
      // A redirect begins anew. Mails may be many, and the link in any of them should work.
      if (/^(oauth|sso)$/.test(namespace)) remove(namespace)
      if (!settings?.[SETTINGS[namespace]]) return undefined
      const pair = stored(namespace) ?? (await createPkcePair())
      items.set(JSON.stringify(pair), itemOf(namespace))
      return pair.code_challenge
    },
  }
}

const isPair = (value: unknown): value is PkcePair =>
  typeof value === 'object' &&
  value !== null &&
  'code_verifier' in value &&
  typeof value.code_verifier === 'string'
