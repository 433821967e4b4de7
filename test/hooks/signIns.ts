import { act, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { isApiError } from 'orgportal/client'
import type { Emulator } from 'orgportal/emulator'
import type { TestPortal } from 'orgportal/testing'
import { functionAt } from '../contract/clientCalls.ts'
import { member, northwindId, type Stage } from '../contract/stage.ts'
import { cachedText } from './harness.tsx'

export const session = { session_duration_minutes: 60 }

export const ADA = 'ada.lovelace@northwind.example'
export const MIA = 'mia.svensson@northwind.example'
export const DMITRI = 'dmitri.volkov@northwind.example'

/** A portal as the cases of the contract want it: what they prepare there goes for the hooks too. */
export const stageOf = ({ emulator, client }: Pick<TestPortal, 'emulator' | 'client'>): Stage => ({
  emulator,
  call: (name, ...args) => Promise.resolve(functionAt(client, name)?.(...args)),
})

export const northwindIn = (portal: TestPortal): string => northwindId(stageOf(portal))

/** Ids of somebody of Northwind, as the calls for second factors take them. */
export function idsOf(portal: TestPortal, name: string) {
  const { organization_id, member_id } = member(stageOf(portal), name)
  return { organization_id, member_id }
}

/** Somebody shows at this device that an address is theirs. */
export async function beginAs({ emulator, client }: TestPortal, email_address: string) {
  await client.otps.email.discovery.send({ email_address })
  const code = emulator.inbox.at(-1)?.code ?? ''
  await act(() => client.otps.email.discovery.authenticate({ code, email_address }))
}

/** Fails unless the write is refused with this error type. */
export async function expectRefusal(write: Promise<unknown>, errorType: string): Promise<void> {
  const error: unknown = await act(() =>
    write.then(
      () => undefined,
      (reason: unknown) => reason,
    ),
  )
  expect(isApiError(error) && error.error_type).toBe(errorType)
}

/** Fails where either cache holds one of these texts, or goes on holding one when nothing shows it any more. */
export async function expectForgotten(
  portal: TestPortal,
  unmount: () => void,
  ...secrets: (string | undefined)[]
): Promise<void> {
  for (const secret of secrets) {
    expect(secret?.length).toBeGreaterThan(5)
    expect(cachedText(portal).queries).not.toContain(secret)
  }
  unmount()
  await waitFor(() => {
    for (const secret of secrets) expect(cachedText(portal).mutations).not.toContain(secret)
  })
}

/** The emulator of a project whose tokens are in HttpOnly cookies, behind what a browser does with those. */
export function withHttpOnlyCookies(emulator: Emulator): Emulator {
  emulator.data.project.opaque_tokens = true
  const cookies = new Map<string, string>()
  const fetch: Emulator['fetch'] = async (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', Array.from(cookies, (cookie) => cookie.join('=')).join('; '))
    const response = await emulator.fetch(input, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^(\w+)=([^;]*)/.exec(cookie) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return response
  }
  return { ...emulator, fetch }
}
