'use client'

import type {
  OAuthAuthorizeParams,
  OAuthAuthorizeSubmitInput,
  OAuthAuthorizeSubmitOutput,
  OAuthLogoutParams,
  OAuthLogoutStartOutput,
} from '../client/idp.ts'
import * as idpMutations from './idpMutations.ts'
import * as idpQueries from './idpQueries.ts'
import type { OAuthAuthorizeRequest } from './idpQueries.ts'
import { useRead, type ReadHookOf } from './useRead.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * What an app asks the signed-in member for: the content of a consent page.
 *
 * @example
 * const { result } = parseOAuthAuthorizeParams(new URLSearchParams(location.search))
 * const { data: request } = useIdpOauthAuthorizeStart(result)
 */
export const useIdpOauthAuthorizeStart: ReadHookOf<OAuthAuthorizeParams, OAuthAuthorizeRequest> = (
  input,
  options,
) => useRead(idpQueries.oauthAuthorizeStart, input, options)

/**
 * Hands in the person's answer to what an app asks for. Lead the browser to `data.redirect_uri`.
 *
 * @example submit.mutate({ ...params, consent_granted: true }, { onSuccess: ({ redirect_uri }) => location.assign(redirect_uri) })
 */
export const useIdpOauthAuthorizeSubmit: WriteHook<
  OAuthAuthorizeSubmitOutput,
  OAuthAuthorizeSubmitInput
> = (options) => useWrite(idpMutations.oauthAuthorizeSubmit, options)

/**
 * Begins to sign out for an app. Sign out, and lead the browser to `data.redirect_uri`.
 *
 * @example logout.mutate({ client_id, post_logout_redirect_uri })
 */
export const useIdpOauthLogoutStart: WriteHook<OAuthLogoutStartOutput, OAuthLogoutParams> = (
  options,
) => useWrite(idpMutations.oauthLogoutStart, options)
