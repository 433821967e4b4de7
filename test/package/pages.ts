import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Serves a folder under a strict Content-Security-Policy. */
export function serve(directory: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    const type = types[extname(path)]
    if (!type) {
      response.writeHead(204).end()
      return
    }
    response
      .writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': "default-src 'self'" })
      .end(readFileSync(join(directory, path)))
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done(server)
    })
  })
}

export function addressOf(server: Server): string {
  const address = server.address()
  if (typeof address === 'object' && address) return `http://127.0.0.1:${String(address.port)}/`
  throw new Error('The server does not listen.')
}
