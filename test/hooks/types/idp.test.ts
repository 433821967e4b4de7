import type { UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  ConnectedAppPublic,
  OAuthAuthorizeParams,
  OAuthAuthorizeSubmitInput,
  OAuthAuthorizeSubmitOutput,
  OAuthLogoutParams,
  OAuthLogoutStartOutput,
  ScopeResult,
} from 'orgportal/client'
import {
  useIdpOauthAuthorizeStart,
  useIdpOauthAuthorizeSubmit,
  useIdpOauthLogoutStart,
  type OAuthAuthorizeRequest,
} from 'orgportal/hooks'

declare const params: OAuthAuthorizeParams
type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of a consent page', () => {
  it('follow from their names', () => {
    const request = expectTypeOf(() => useIdpOauthAuthorizeStart(params)).returns
    request.toHaveProperty('data').toEqualTypeOf<OAuthAuthorizeRequest | undefined>()
    request.toHaveProperty('error').toEqualTypeOf<Error | null>()
    expectTypeOf(() => useIdpOauthAuthorizeSubmit()).returns.toEqualTypeOf<
      Write<OAuthAuthorizeSubmitOutput, OAuthAuthorizeSubmitInput>
    >()
    expectTypeOf(() => useIdpOauthLogoutStart()).returns.toEqualTypeOf<
      Write<OAuthLogoutStartOutput, OAuthLogoutParams>
    >()
  })

  it('are those of the data, without the envelope of the answer', () => {
    expectTypeOf<OAuthAuthorizeRequest>().toEqualTypeOf<{
      client: ConnectedAppPublic
      consent_required: boolean
      scope_results: ScopeResult[]
    }>()
    expectTypeOf(() =>
      useIdpOauthAuthorizeStart(params, { select: ({ client }) => client.client_name }),
    )
      .returns.toHaveProperty('data')
      .toEqualTypeOf<string | undefined>()
  })
})
