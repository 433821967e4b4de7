import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { bundle } from 'lightningcss'

const version = (major: number, minor = 0) => (major << 16) | (minor << 8)

/** `src/components/styles.css` and all that it imports, as the one style sheet of the package. */
const { code } = bundle({
  filename: 'src/components/styles.css',
  minify: true,
  // The first versions with light-dark(): with older targets it would be rewritten to something larger.
  targets: { chrome: version(123), safari: version(17, 5), firefox: version(128) },
})

mkdirSync('dist', { recursive: true })
writeFileSync('dist/styles.css', code)
console.log(`dist/styles.css ${(gzipSync(code).length / 1000).toFixed(1)} kB gzip`)
