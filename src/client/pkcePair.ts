export interface PkcePair {
  code_challenge: string
  code_verifier: string
}

/** Makes a pair. */
export async function createPkcePair(): Promise<PkcePair> {
  const numbers = crypto.getRandomValues(new Uint32Array(16))
  const code_verifier = Array.from(numbers, (n) => n.toString(16).padStart(2, '0')).join('')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier))
  const code_challenge = btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace('=', '')
  return { code_challenge, code_verifier }
}
