import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DIST } from './buildApp.ts'
import { PAGES_PORT } from './environment.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Serves the built apps, compressed and never cached, to this machine only. */
export async function servePages(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    readFile(DIST + path).then(
      (content) => {
        response.writeHead(200, {
          'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
          'content-encoding': 'gzip',
          'cache-control': 'no-store',
        })
        response.end(gzipSync(content))
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Error(`The pages cannot be served on port ${PAGES_PORT}: ${error.message}`)),
    )
    server.listen(PAGES_PORT, '127.0.0.1', resolve)
  })
  return server
}
