'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import css from './style.css?raw'

/** Renders its children at the end of the body, in a shadow root with a style sheet of their own. */
export function ShadowHost({ children }: { children: ReactNode }): ReactNode {
  const [{ host, container }] = useState(createHost)

  useEffect(() => {
    document.body.append(host)
    return () => {
      host.remove()
    }
  }, [host])

  return createPortal(children, container)
}

/** What is pressed here is not meant for the page's shortcuts, nor does it close the page's menus and dialogs. */
const KEPT_WITHIN = [
  'keydown',
  'keyup',
  'keypress',
  'pointerdown',
  'mousedown',
  'touchstart',
  'click',
  'focusin',
]

function createHost(): { host: HTMLElement; container: HTMLElement } {
  const host = document.createElement('div')
  host.dataset['orgportalDevtools'] = ''
  const root = host.attachShadow({ mode: 'open' })
  const container = document.createElement('div')
  root.append(container)
  addStyle(root)
  // Modal dialogs hide whatever is beside them from screen readers, but for live regions.
  host.setAttribute('aria-live', 'off')
  for (const type of KEPT_WITHIN) {
    root.addEventListener(type, (event) => {
      event.stopPropagation()
    })
  }
  return { host, container }
}

/** A constructed sheet, because a strict Content-Security-Policy refuses `<style>` elements. */
function addStyle(root: ShadowRoot): void {
  if (!('adoptedStyleSheets' in root)) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
}
