import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  B2BClient,
  DiscoveryAuthResponse,
  MagicLinksAuthenticateInput,
  MagicLinksAuthenticateOutput,
  MagicLinksDiscoverySendInput,
  MagicLinksInviteInput,
  MagicLinksLoginOrSignupInput,
  MemberResponse,
  ResponseCommon,
} from 'orgportal/client'
import {
  magicLinksEmailMutations,
  useMagicLinksAuthenticate,
  useMagicLinksDiscoveryAuthenticate,
  useMagicLinksEmailDiscoverySend,
  useMagicLinksEmailInvite,
  useMagicLinksEmailLoginOrSignup,
} from 'orgportal/hooks'

declare const client: B2BClient
type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of magic links', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useMagicLinksEmailLoginOrSignup()).returns.toEqualTypeOf<
      Write<ResponseCommon, MagicLinksLoginOrSignupInput>
    >()
    expectTypeOf(() => useMagicLinksEmailInvite()).returns.toEqualTypeOf<
      Write<MemberResponse, MagicLinksInviteInput>
    >()
    expectTypeOf(() => useMagicLinksEmailDiscoverySend()).returns.toEqualTypeOf<
      Write<ResponseCommon, MagicLinksDiscoverySendInput>
    >()
    expectTypeOf(() => useMagicLinksAuthenticate()).returns.toEqualTypeOf<
      Write<MagicLinksAuthenticateOutput, MagicLinksAuthenticateInput>
    >()
    expectTypeOf(() => useMagicLinksDiscoveryAuthenticate()).returns.toEqualTypeOf<
      Write<DiscoveryAuthResponse, { discovery_magic_links_token: string }>
    >()
    expectTypeOf(() => useMutation(magicLinksEmailMutations.invite(client))).returns.toEqualTypeOf<
      Write<MemberResponse, MagicLinksInviteInput>
    >()
  })

  it('flow into callbacks', () => {
    const hook = () =>
      useMagicLinksAuthenticate({
        onSuccess: (data, variables) => {
          expectTypeOf(data.mfa_required).toEqualTypeOf<
            MagicLinksAuthenticateOutput['mfa_required']
          >()
          expectTypeOf(variables.magic_links_token).toBeString()
        },
        onError: (error) => expectTypeOf(error).toEqualTypeOf<Error>(),
      })
    expectTypeOf(hook).toBeFunction()
  })

  it('demand what the method demands', () => {
    const calls = () => {
      // @ts-expect-error for how long?
      useMagicLinksAuthenticate().mutate({ magic_links_token: 'token' })
      // @ts-expect-error nobody is invited
      useMagicLinksEmailInvite().mutate({})
      // @ts-expect-error nor is this anybody
      useMagicLinksEmailInvite().mutate()
    }
    expectTypeOf(calls).toBeFunction()
  })
})
