import { createEmulator } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'

// Apart from pages.test.ts, because what a link leads to needs Node's own streams and not those of jsdom.
describe('the links of the start page', () => {
  it('lead to nothing that is not there', async () => {
    const emulator = createEmulator()
    emulator.createMagicLink('admin')
    const page = await emulator.fetch(emulator.baseUrl, { headers: { accept: 'text/html' } })
    const links = [...(await page.text()).matchAll(/href="([^"]+)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    )
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) {
      const response = await emulator.fetch(new URL(link, emulator.baseUrl), { redirect: 'manual' })
      expect([link, response.status < 400]).toEqual([link, true])
    }
  })
})
