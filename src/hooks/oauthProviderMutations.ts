import type { B2BClient } from '../client/B2BClient.ts'
import type { OAuthDiscoveryStartInput, OAuthStartInput } from '../client/oauth.ts'
import { writeOptions, type WriteOptions } from './write.ts'

type Provider = 'google' | 'microsoft' | 'hubspot' | 'slack' | 'github'

/** Leaving the page for a provider, to sign in to an organization. */
export interface OAuthProviderMutations {
  /**
   * Leaves the page; pending until it is gone. People come back with a token for `oauthMutations.authenticate`, or
   * `clientMutations.authenticateByUrl`.
   *
   * @example useMutation(oauthGoogleMutations.start(client))
   */
  readonly start: (client: B2BClient) => WriteOptions<void, OAuthStartInput>
}

/** Leaving the page for a provider, to sign in without naming an organization. */
export interface OAuthProviderDiscoveryMutations {
  /**
   * Leaves the page; pending until it is gone. People come back with a token for
   * `oauthDiscoveryMutations.authenticate`, or `clientMutations.authenticateByUrl`.
   *
   * @example useMutation(oauthGoogleDiscoveryMutations.start(client))
   */
  readonly start: (client: B2BClient) => WriteOptions<void, OAuthDiscoveryStartInput | undefined>
}

/** With an account at Google. */
export const oauthGoogleMutations = /* @__PURE__ */ provider('google')
/** With an account at Microsoft. */
export const oauthMicrosoftMutations = /* @__PURE__ */ provider('microsoft')
/** With an account at HubSpot. */
export const oauthHubspotMutations = /* @__PURE__ */ provider('hubspot')
/** With an account at Slack. */
export const oauthSlackMutations = /* @__PURE__ */ provider('slack')
/** With an account at GitHub. */
export const oauthGithubMutations = /* @__PURE__ */ provider('github')

/** With an account at Google. */
export const oauthGoogleDiscoveryMutations = /* @__PURE__ */ discovery('google')
/** With an account at Microsoft. */
export const oauthMicrosoftDiscoveryMutations = /* @__PURE__ */ discovery('microsoft')
/** With an account at HubSpot. */
export const oauthHubspotDiscoveryMutations = /* @__PURE__ */ discovery('hubspot')
/** With an account at Slack. */
export const oauthSlackDiscoveryMutations = /* @__PURE__ */ discovery('slack')
/** With an account at GitHub. */
export const oauthGithubDiscoveryMutations = /* @__PURE__ */ discovery('github')

function provider(name: Provider): OAuthProviderMutations {
  return {
    start: (client) => writeOptions(client, `oauth.${name}.start`, client.oauth[name].start),
  }
}

function discovery(name: Provider): OAuthProviderDiscoveryMutations {
  return {
    start: (client) =>
      writeOptions(client, `oauth.${name}.discovery.start`, (input) =>
        client.oauth[name].discovery.start(input),
      ),
  }
}
