'use client'

import type { DiscoveryAuthResponse } from '../client/discovery.ts'
import type {
  MagicLinksAuthenticateInput,
  MagicLinksAuthenticateOutput,
  MagicLinksDiscoverySendInput,
  MagicLinksInviteInput,
  MagicLinksLoginOrSignupInput,
} from '../client/magicLinks.ts'
import type { MemberResponse, ResponseCommon } from '../client/types.ts'
import * as magicLinksDiscoveryMutations from './magicLinksDiscoveryMutations.ts'
import * as magicLinksEmailDiscoveryMutations from './magicLinksEmailDiscoveryMutations.ts'
import * as magicLinksEmailMutations from './magicLinksEmailMutations.ts'
import * as magicLinksMutations from './magicLinksMutations.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Mails a link to sign in to an organization, and to join it where it allows that.
 *
 * @example loginOrSignup.mutate({ email_address, organization_id })
 */
export const useMagicLinksEmailLoginOrSignup: WriteHook<
  ResponseCommon,
  MagicLinksLoginOrSignupInput
> = (options) => useWrite(magicLinksEmailMutations.loginOrSignup, options)

/**
 * Invites somebody into the organization by mail.
 *
 * @rbac stytch.member create
 * @example invite.mutate({ email_address, roles: ['engineer'] })
 */
export const useMagicLinksEmailInvite: WriteHook<MemberResponse, MagicLinksInviteInput> = (
  options,
) => useWrite(magicLinksEmailMutations.invite, options)

/**
 * Mails a link to sign in without naming an organization.
 *
 * @example send.mutate({ email_address })
 */
export const useMagicLinksEmailDiscoverySend: WriteHook<
  ResponseCommon,
  MagicLinksDiscoverySendInput
> = (options) => useWrite(magicLinksEmailDiscoveryMutations.send, options)

/**
 * Signs in with the token of a magic link. Where `data.member_authenticated` is false another factor is required.
 *
 * @example signIn.mutate({ magic_links_token, session_duration_minutes: 60 })
 */
export const useMagicLinksAuthenticate: WriteHook<
  MagicLinksAuthenticateOutput,
  MagicLinksAuthenticateInput
> = (options) => useWrite(magicLinksMutations.authenticate, options)

/**
 * Proves an address by the token of a mailed link: `data.discovered_organizations` are those to choose among.
 *
 * @example discover.mutate({ discovery_magic_links_token })
 */
export const useMagicLinksDiscoveryAuthenticate: WriteHook<
  DiscoveryAuthResponse,
  { discovery_magic_links_token: string }
> = (options) => useWrite(magicLinksDiscoveryMutations.authenticate, options)
