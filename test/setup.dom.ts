import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A dialog's code comes when it is first opened; on a busy machine that takes a while.
configure({ asyncUtilTimeout: 5_000 })

// What Radix needs and jsdom lacks. Layout itself is tested in a real browser (stories, Playwright).
class ResizeObserverStub implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
supply(globalThis, 'ResizeObserver', ResizeObserverStub)
supply(Element.prototype, 'hasPointerCapture', () => false)
supply(Element.prototype, 'setPointerCapture', () => {})
supply(Element.prototype, 'releasePointerCapture', () => {})
supply(Element.prototype, 'scrollIntoView', () => {})

// All files share the window: whoever closed it, later than its test too, would end the tests of the others.
window.close = () => {}

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
  for (const pair of document.cookie.split('; ')) {
    document.cookie = `${pair.split('=')[0]}=; Max-Age=0; path=/`
  }
})

function supply(target: object, name: string, value: unknown) {
  if (!(name in target)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true })
  }
}
