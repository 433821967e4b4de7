'use client'

import type { DiscoveryAuthResponse } from '../client/discovery.ts'
import type {
  GoogleOneTapDiscoveryStartInput,
  GoogleOneTapResult,
  GoogleOneTapStartInput,
} from '../client/googleOneTap.ts'
import type {
  OAuthAuthenticateInput,
  OAuthAuthenticateOutput,
  OAuthDiscoveryStartInput,
  OAuthStartInput,
} from '../client/oauth.ts'
import * as oauthDiscoveryMutations from './oauthDiscoveryMutations.ts'
import * as oauthGoogleOneTapDiscoveryMutations from './oauthGoogleOneTapDiscoveryMutations.ts'
import * as oauthGoogleOneTapMutations from './oauthGoogleOneTapMutations.ts'
import * as oauthGoogleOneTapQueries from './oauthGoogleOneTapQueries.ts'
import * as oauthMutations from './oauthMutations.ts'
import * as providers from './oauthProviderMutations.ts'
import { useRead, type ReadHook } from './useRead.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Leaves the page for a provider, to sign in to an organization. Pending until the page is gone, and settled again
 * if the person comes back to it by the browser's back button. After the provider the token is in the address
 * of the page that people are led to: for `useAuthenticateByUrl`, or `useOauthAuthenticate`.
 *
 * @example
 * const google = useOauthGoogleStart()
 * <button disabled={google.isPending} onClick={() => google.mutate({ organization_id })}>Google</button>
 */
export type OAuthStartHook = WriteHook<void, OAuthStartInput>

/**
 * As `OAuthStartHook`, without naming an organization. The token that people come back with is for
 * `useAuthenticateByUrl`, or `useOauthDiscoveryAuthenticate`.
 *
 * @example <button onClick={() => google.mutate()}>Google</button>
 */
export type OAuthDiscoveryStartHook = WriteHook<void, OAuthDiscoveryStartInput | undefined>

/** Leaves the page for Google, to sign in to an organization. */
export const useOauthGoogleStart: OAuthStartHook = (options) =>
  useWrite(providers.oauthGoogleMutations.start, options)

/** Leaves the page for Microsoft, to sign in to an organization. */
export const useOauthMicrosoftStart: OAuthStartHook = (options) =>
  useWrite(providers.oauthMicrosoftMutations.start, options)

/** Leaves the page for HubSpot, to sign in to an organization. */
export const useOauthHubspotStart: OAuthStartHook = (options) =>
  useWrite(providers.oauthHubspotMutations.start, options)

/** Leaves the page for Slack, to sign in to an organization. */
export const useOauthSlackStart: OAuthStartHook = (options) =>
  useWrite(providers.oauthSlackMutations.start, options)

/** Leaves the page for GitHub, to sign in to an organization. */
export const useOauthGithubStart: OAuthStartHook = (options) =>
  useWrite(providers.oauthGithubMutations.start, options)

/** Leaves the page for Google, to sign in without naming an organization. */
export const useOauthGoogleDiscoveryStart: OAuthDiscoveryStartHook = (options) =>
  useWrite(providers.oauthGoogleDiscoveryMutations.start, options)

/** Leaves the page for Microsoft, to sign in without naming an organization. */
export const useOauthMicrosoftDiscoveryStart: OAuthDiscoveryStartHook = (options) =>
  useWrite(providers.oauthMicrosoftDiscoveryMutations.start, options)

/** Leaves the page for HubSpot, to sign in without naming an organization. */
export const useOauthHubspotDiscoveryStart: OAuthDiscoveryStartHook = (options) =>
  useWrite(providers.oauthHubspotDiscoveryMutations.start, options)

/** Leaves the page for Slack, to sign in without naming an organization. */
export const useOauthSlackDiscoveryStart: OAuthDiscoveryStartHook = (options) =>
  useWrite(providers.oauthSlackDiscoveryMutations.start, options)

/** Leaves the page for GitHub, to sign in without naming an organization. */
export const useOauthGithubDiscoveryStart: OAuthDiscoveryStartHook = (options) =>
  useWrite(providers.oauthGithubDiscoveryMutations.start, options)

/**
 * Shows Google's prompt on the page, by the client's option `googleOneTap`; `data` is whether it was shown. Who then
 * chooses an account leaves the page, as with `useOauthGoogleStart`.
 *
 * @example prompt.mutate({ organization_id })
 */
export const useOauthGoogleOneTapStart: WriteHook<GoogleOneTapResult, GoogleOneTapStartInput> = (
  options,
) => useWrite(oauthGoogleOneTapMutations.start, options)

/**
 * As `useOauthGoogleOneTapStart`, without naming an organization.
 *
 * @example prompt.mutate()
 */
export const useOauthGoogleOneTapDiscoveryStart: WriteHook<
  GoogleOneTapResult,
  GoogleOneTapDiscoveryStartInput | undefined
> = (options) => useWrite(oauthGoogleOneTapDiscoveryMutations.start, options)

/**
 * The project's client id at Google, for a prompt of your own. Needs no session.
 *
 * @example const { data: clientId } = useOauthGoogleOneTapClientId()
 */
export const useOauthGoogleOneTapClientId: ReadHook<string> = (options) =>
  useRead(oauthGoogleOneTapQueries.clientId, undefined, options)

/**
 * Signs in with the token that people come back with from a provider. Where `data.member_authenticated` is false another
 * factor is required.
 *
 * @example signIn.mutate({ oauth_token, session_duration_minutes: 60 })
 */
export const useOauthAuthenticate: WriteHook<OAuthAuthenticateOutput, OAuthAuthenticateInput> = (
  options,
) => useWrite(oauthMutations.authenticate, options)

/**
 * Proves an address with the token that people come back with from a provider: `data.discovered_organizations` are
 * those to choose among.
 *
 * @example discover.mutate({ discovery_oauth_token })
 */
export const useOauthDiscoveryAuthenticate: WriteHook<
  DiscoveryAuthResponse,
  { discovery_oauth_token: string }
> = (options) => useWrite(oauthDiscoveryMutations.authenticate, options)
