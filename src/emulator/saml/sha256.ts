/**
 * SHA-256 at once. The platform's own one answers later, and what a seed is made of must be there when the emulator
 * is; for everything else use `crypto.subtle`.
 */
export function sha256(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = pad(message)
  const state = Uint32Array.of(...INITIAL)
  const words = new Uint32Array(64)
  for (let offset = 0; offset < padded.byteLength; offset += 64) {
    for (let index = 0; index < 16; index += 1) {
      words[index] = padded.getUint32(offset + index * 4)
    }
    for (let index = 16; index < 64; index += 1) {
      const [before, late] = [at(words, index - 15), at(words, index - 2)]
      const small = rotate(before, 7) ^ rotate(before, 18) ^ (before >>> 3)
      const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
      words[index] = at(words, index - 16) + small + at(words, index - 7) + large
    }
    compress(state, words)
  }
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => {
    digest.setUint32(index * 4, word)
  })
  return new Uint8Array(digest.buffer)
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  words.forEach((word, index) => {
    const sigma = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + sigma + ((e & f) ^ (~e & g)) + (ROUND[index] ?? 0) + word) | 0
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  })
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = at(state, index) + word
  })
}

/** The message, a one, zeros and its length in bits: as many blocks of 64 bytes. */
function pad(message: Uint8Array): DataView<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 4, message.length * 8)
  return view
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0
}

/** The first 32 bits behind the point of a root. */
const bitsOf = (root: number): number => Math.floor((root % 1) * 2 ** 32)

const PRIMES = Array.from({ length: 312 }, (_, number) => number).filter(
  (number) =>
    number > 1 && !Array.from({ length: number }).some((_, by) => by > 1 && number % by === 0),
)
const INITIAL = PRIMES.slice(0, 8).map((prime) => bitsOf(Math.sqrt(prime)))
const ROUND = PRIMES.map((prime) => bitsOf(Math.cbrt(prime)))
