import { check, isRecord } from './check.ts'
import type { Call, Send } from './request.ts'
import type { SessionStore, SignInAnswer } from './sessionStore.ts'
import type { Member, Organization, RequestOptions, ResponseCommon } from './types.ts'

/** What a call does beside sending its arguments: PKCE, captcha, what the answer means for the session … */
type Trait<Output> = Partial<Call<NoInfer<Output>>>

type Make<Argument> = <Output>(
  /**
   * Verb, address from `/b2b` on, and names of arguments that must be there, with spaces between. Those
   * in braces belong into the address, where they are encoded.
   *
   * @example 'PUT /b2b/sso/saml/{connection_id}/url metadata_url'
   */
  request: string,
  ...traits: Trait<Output>[]
) => (argument?: Argument, options?: RequestOptions) => Promise<Output>

/** One line makes one method of the API. */
export interface Methods {
  /** Takes its arguments as one object. All but GET and DELETE send them as the body. */
  method: Make<object>
  /** Takes nothing but an id: the address's parameter, or else the body's one field. */
  byId: Make<string>
  /** Takes nothing. */
  plain: <Output>(
    request: string,
    ...traits: Trait<Output>[]
  ) => (options?: RequestOptions) => Promise<Output>
}

/** All arguments are in the address: there is no body at all, not even an empty one. */
export const NO_BODY = { body: undefined }
/** There is a body, though the method takes nothing. */
export const EMPTY_BODY = { body: {} }
/** Captcha token and device fingerprint go along, as far as the project demands them. */
export const PROTECTED = { isProtected: true } as const
/** The token of a begun sign-in goes along. */
export const INTERMEDIATE = { intermediate: true } as const
/** A POST that only reads. */
export const READS = { repeatable: true } as const

/** The answer is a session, or a step towards one. */
export const ADOPTS = {
  effect: (store: SessionStore, answer: SignInAnswer) => store.adopt(answer),
}
/** The answer has the organization as it is now. */
export const RENEWS_ORGANIZATION = {
  effect: (store: SessionStore, { organization }: { organization: Organization }) =>
    store.update({ organization }),
}
/** The answer has a member as it is now. The store sees to it that only the signed-in one is renewed. */
export const RENEWS_MEMBER = {
  effect: (store: SessionStore, { member }: { member: Member }) => store.update({ member }),
}
/** The session is over: of whoever is signed in, or of the member that the answer names. */
export const ENDS = {
  effect: (store: SessionStore, { member_id: id }: ResponseCommon & { member_id?: string }) => {
    if (!id || id === store.getSnapshot().identity?.memberId) store.end()
  },
}

export function createMethods(send: Send): Methods {
  const taking =
    (inputOf: (argument: unknown, name: string) => unknown): Make<unknown> =>
    <Output>(request: string, ...traits: Partial<Call<Output>>[]) => {
      const [method = '', address = ''] = request.split(' ')
      const needs = Array.from(request.matchAll(/[ {](\w+)/g), ([, name = '']) => name)
      const made = async (argument?: unknown, options?: RequestOptions): Promise<Output> => {
        const input = inputOf(argument, needs[0] ?? '')
        check(made.name, input, ...needs)
        const fields = { ...input }
        const path = address.replace(/{(\w+)}/g, (_, name: string) => {
          // A PUT repeats in its body what it changes; a POST does not.
          if (method === 'POST') fields[name] = undefined
          return encodeURIComponent(String(input[name]))
        })
        const body = method.startsWith('P') ? fields : undefined
        let call: Call<Output> = { method, path, body, signal: options?.signal }
        for (const trait of traits) call = { ...call, ...trait }
        return send(call)
      }
      return made
    }

  const method = taking((input = {}) => input)
  return {
    method,
    byId: taking((id, name) => ({ [name]: id })),
    plain: <Output>(request: string, ...traits: Partial<Call<Output>>[]) => {
      const made = method<Output>(request, NO_BODY, ...traits)
      return async (options?: RequestOptions) => made({}, options)
    },
  }
}

/**
 * Names each method after its place in the client, such as `sso.saml.updateConnection`: for what it says
 * when an argument is wrong, and for stack traces.
 */
export function nameMethods(part: object, before = ''): void {
  for (const [key, value] of Object.entries(part)) {
    const name = before + key
    if (typeof value === 'function') Object.defineProperty(value, 'name', { value: name })
    else if (isRecord(value)) nameMethods(value, `${name}.`)
  }
}
