'use client'
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { usePortal } from '../portal/PortalContext.ts'
import { Button } from './Button.tsx'
import { CloseIcon, SuccessIcon } from './icons.tsx'
import { IconButton } from './IconButton.tsx'

export interface ToastContent {
  /** In the words of what changed: `The connection was deleted`. */
  text: string
  /** Such as Undo. */
  action?: { label: string; onSelect: () => void } | undefined
}

/** Says what became of something that is no longer on the screen. */
export type ShowToast = (content: ToastContent) => void

const ToastContext = createContext<ShowToast>(() => {})

export function useToast(): ShowToast {
  return useContext(ToastContext)
}

interface ShownToast extends ToastContent {
  id: number
}

/** Where toasts appear, in the corner of the window. */
export function ToastRegion({ children }: { children: ReactNode }) {
  const { layer } = usePortal()
  const { toast: messages } = useUiMessages()
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const nextId = useRef(0)
  const show = useCallback<ShowToast>((content) => {
    nextId.current += 1
    const id = nextId.current
    setToasts((shown) => [...shown.slice(-2), { ...content, id }])
  }, [])
  const dismiss = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id))
  }, [])
  return (
    <ToastContext.Provider value={show}>
      {children}
      {layer &&
        createPortal(
          <div role="region" aria-label={messages.region} aria-live="polite" data-part="toasts">
            {toasts.map((toast) => (
              <Toast key={toast.id} toast={toast} onDismiss={dismiss} />
            ))}
          </div>,
          layer,
        )}
    </ToastContext.Provider>
  )
}

const SHOWN_FOR = 7000

function Toast({ toast, onDismiss }: { toast: ShownToast; onDismiss: (id: number) => void }) {
  const { toast: messages } = useUiMessages()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onDismiss(toast.id), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [held, onDismiss, toast.id])
  return (
    <div
      data-part="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <SuccessIcon />
      <p data-part="toast-text">{toast.text}</p>
      {toast.action && (
        <Button
          size="small"
          onClick={() => {
            toast.action?.onSelect()
            onDismiss(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        size="small"
        label={messages.dismiss}
        icon={<CloseIcon />}
        onClick={() => onDismiss(toast.id)}
      />
    </div>
  )
}
