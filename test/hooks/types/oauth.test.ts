import { useMutation, useQuery, type UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  B2BClient,
  DiscoveryAuthResponse,
  GoogleOneTapDiscoveryStartInput,
  GoogleOneTapResult,
  GoogleOneTapStartInput,
  OAuthAuthenticateInput,
  OAuthAuthenticateOutput,
  OAuthDiscoveryStartInput,
  OAuthStartInput,
} from 'orgportal/client'
import {
  oauthGithubDiscoveryMutations,
  oauthGithubMutations,
  oauthGoogleOneTapQueries,
  useOauthAuthenticate,
  useOauthDiscoveryAuthenticate,
  useOauthGithubDiscoveryStart,
  useOauthGithubStart,
  useOauthGoogleDiscoveryStart,
  useOauthGoogleOneTapClientId,
  useOauthGoogleOneTapDiscoveryStart,
  useOauthGoogleOneTapStart,
  useOauthGoogleStart,
  useOauthHubspotDiscoveryStart,
  useOauthHubspotStart,
  useOauthMicrosoftDiscoveryStart,
  useOauthMicrosoftStart,
  useOauthSlackDiscoveryStart,
  useOauthSlackStart,
} from 'orgportal/hooks'

declare const client: B2BClient
type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>
type Start = Write<void, OAuthStartInput>
type DiscoveryStart = Write<void, OAuthDiscoveryStartInput | undefined>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of OAuth', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useOauthGoogleStart()).returns.toEqualTypeOf<Start>()
    expectTypeOf(() => useOauthMicrosoftStart()).returns.toEqualTypeOf<Start>()
    expectTypeOf(() => useOauthHubspotStart()).returns.toEqualTypeOf<Start>()
    expectTypeOf(() => useOauthSlackStart()).returns.toEqualTypeOf<Start>()
    expectTypeOf(() => useOauthGithubStart()).returns.toEqualTypeOf<Start>()
    expectTypeOf(() => useOauthGoogleDiscoveryStart()).returns.toEqualTypeOf<DiscoveryStart>()
    expectTypeOf(() => useOauthMicrosoftDiscoveryStart()).returns.toEqualTypeOf<DiscoveryStart>()
    expectTypeOf(() => useOauthHubspotDiscoveryStart()).returns.toEqualTypeOf<DiscoveryStart>()
    expectTypeOf(() => useOauthSlackDiscoveryStart()).returns.toEqualTypeOf<DiscoveryStart>()
    expectTypeOf(() => useOauthGithubDiscoveryStart()).returns.toEqualTypeOf<DiscoveryStart>()
    expectTypeOf(() => useOauthGoogleOneTapStart()).returns.toEqualTypeOf<
      Write<GoogleOneTapResult, GoogleOneTapStartInput>
    >()
    expectTypeOf(() => useOauthGoogleOneTapDiscoveryStart()).returns.toEqualTypeOf<
      Write<GoogleOneTapResult, GoogleOneTapDiscoveryStartInput | undefined>
    >()
    expectTypeOf(() => useOauthAuthenticate()).returns.toEqualTypeOf<
      Write<OAuthAuthenticateOutput, OAuthAuthenticateInput>
    >()
    expectTypeOf(() => useOauthDiscoveryAuthenticate()).returns.toEqualTypeOf<
      Write<DiscoveryAuthResponse, { discovery_oauth_token: string }>
    >()
    const clientId = expectTypeOf(() => useOauthGoogleOneTapClientId()).returns
    clientId.toHaveProperty('data').toEqualTypeOf<string | undefined>()
    clientId.toHaveProperty('error').toEqualTypeOf<Error | null>()
  })

  it('flow from the factories', () => {
    expectTypeOf(() =>
      useMutation(oauthGithubMutations.start(client)),
    ).returns.toEqualTypeOf<Start>()
    expectTypeOf(() =>
      useMutation(oauthGithubDiscoveryMutations.start(client)),
    ).returns.toEqualTypeOf<DiscoveryStart>()
    expectTypeOf(
      () => useQuery(oauthGoogleOneTapQueries.clientId(client)).data,
    ).returns.toEqualTypeOf<string | undefined>()
  })

  it('demand an organization, or none', () => {
    const calls = () => {
      useOauthGoogleDiscoveryStart().mutate()
      useOauthGoogleStart().mutate({ organization_slug: 'northwind' })
      // @ts-expect-error which organization?
      useOauthGoogleStart().mutate({ login_redirect_url: 'https://app.example' })
      // @ts-expect-error which organization?
      useOauthGoogleStart().mutate()
    }
    expectTypeOf(calls).toBeFunction()
  })
})
