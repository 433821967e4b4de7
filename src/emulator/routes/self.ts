import { Hono } from 'hono'
import type { Member } from '../../client/types.ts'
import type { Body } from '../body.ts'
import { bodyOf } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { appsOf, revokeOwnApp } from '../idp/memberApps.ts'
import { changeMember } from '../members/memberChanges.ts'
import { unlinkRetiredEmail } from '../members/memberEmails.ts'
import { startEmailUpdate } from '../members/memberEmailUpdate.ts'
import { deletePhoneNumber, deleteTotp } from '../members/memberLifecycle.ts'
import { checkMetadataFields, SELF_ACTIONS } from '../members/memberPermissions.ts'
import { memberAnswer } from '../members/memberTarget.ts'
import { wireMember } from '../wire.ts'

/** What members do to themselves, mounted at `/b2b/organizations/members` before the routes with a member id. */
export function selfRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  const needs = (action: string) => ({ needs: ['stytch.self', action] as const })

  app.get(
    '/me',
    memberEndpoint(context, {}, ({ caller }): { member: Member } => ({
      member: wireMember(context, caller.member),
    })),
  )

  app.put(
    '/update',
    memberEndpoint(context, {}, ({ caller, body }) => {
      checkMetadataFields(body)
      const own = ownFields(body)
      for (const field of own.names()) {
        const action = SELF_ACTIONS[field]
        if (action !== undefined && own.has(field)) caller.mustBeAllowed('stytch.self', action)
      }
      changeMember(context, caller.organization, caller.member, own)
      return memberAnswer(context, caller.member)
    }),
  )

  app.delete(
    '/deletePhoneNumber',
    memberEndpoint(context, needs('update.info.delete.mfa-phone'), ({ caller: { member } }) => {
      deletePhoneNumber(context, member)
      return memberAnswer(context, member)
    }),
  )

  app.delete(
    '/deleteTOTP',
    memberEndpoint(context, needs('update.info.delete.mfa-totp'), ({ caller: { member } }) => {
      deleteTotp(context, member)
      return memberAnswer(context, member)
    }),
  )

  app.post(
    '/unlink_retired_email',
    memberEndpoint(
      context,
      needs('update.info.unlink.retired-email'),
      ({ caller: { member }, body }) => {
        unlinkRetiredEmail(context, member, body)
        return memberAnswer(context, member)
      },
    ),
  )

  app.post(
    '/start_email_update',
    memberEndpoint(context, needs('update.info.email'), ({ caller: { member }, body }) => {
      startEmailUpdate(context, member, body)
      return memberAnswer(context, member)
    }),
  )

  app.get(
    '/connected_apps',
    memberEndpoint(context, needs('get.connected-apps'), ({ caller: { member } }) => ({
      connected_apps: appsOf(context, member),
    })),
  )

  app.post(
    '/connected_apps/:connected_app_id/revoke',
    memberEndpoint(context, needs('revoke.connected-app'), ({ caller: { member }, param }) => {
      revokeOwnApp(context, member, param('connected_app_id'))
      return {}
    }),
  )

  return app
}

/** The fields that members may set on themselves; what else the body has is not looked at. */
function ownFields(body: Body): Body {
  const own = body.names().filter((name) => Object.hasOwn(SELF_ACTIONS, name))
  return bodyOf(Object.fromEntries(own.map((name) => [name, body.raw(name)])), 'The body')
}
