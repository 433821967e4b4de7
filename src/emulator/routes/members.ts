import { Hono } from 'hono'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, notFound } from '../errors.ts'
import { changeMember, createMember } from '../members/memberChanges.ts'
import { unlinkRetiredEmail } from '../members/memberEmails.ts'
import { startEmailUpdate } from '../members/memberEmailUpdate.ts'
import {
  deactivateMember,
  deletePassword,
  deletePhoneNumber,
  deleteTotp,
  reactivateMember,
} from '../members/memberLifecycle.ts'
import { checkMetadataFields, requireMemberUpdate } from '../members/memberPermissions.ts'
import { searchMembers } from '../members/memberSearch.ts'
import {
  memberAnswer,
  mustBeAllowedOn,
  requireMember,
  requireTarget,
} from '../members/memberTarget.ts'
import { findRecord } from '../store.ts'

/** What admins do to members. Mounted at `/b2b/organizations`, after the routes of `self`. */
export function memberRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/me/members/search',
    memberEndpoint(context, { needs: ['stytch.member', 'search'] }, ({ caller, body }) =>
      searchMembers(context, caller.organization, body),
    ),
  )

  app.post(
    '/members',
    memberEndpoint(context, { needs: ['stytch.member', 'create'] }, ({ caller, body }) => {
      checkMetadataFields(body)
      return memberAnswer(context, createMember(context, caller.organization, body))
    }),
  )

  app.put(
    '/members/:member_id',
    memberEndpoint(context, {}, ({ caller, body, param }) => {
      const member = requireMember(context, caller, param('member_id'))
      if ((body.optionalString('member_id') ?? member.member_id) !== member.member_id) {
        throw badRequest('member_id of the body is another than that of the path.')
      }
      requireMemberUpdate(caller, member, body)
      changeMember(context, caller.organization, member, body)
      return memberAnswer(context, member)
    }),
  )

  app.delete(
    '/members/:member_id',
    memberEndpoint(context, {}, ({ caller, param }) => {
      const member = requireTarget(context, caller, param('member_id'), 'delete')
      deactivateMember(context, member)
      return { member_id: member.member_id }
    }),
  )

  app.put(
    '/members/:member_id/reactivate',
    memberEndpoint(context, { needs: ['stytch.member', 'create'] }, ({ caller, param }) => {
      const member = findRecord(context.data.members, param('member_id'))
      const own = member?.organization_id === caller.organization.organization_id
      return memberAnswer(context, reactivateMember(context, own ? member : undefined))
    }),
  )

  app.delete(
    '/members/passwords/:password_id',
    memberEndpoint(context, {}, ({ caller, param }) => {
      const passwordId = param('password_id')
      const owner = context.members
        .of(caller.organization.organization_id)
        .members.find(
          (member) => member.member_password_id === passwordId && member.status !== 'deleted',
        )
      mustBeAllowedOn(caller, owner?.member_id ?? '', 'update.info.delete.password')
      if (!owner) {
        throw notFound(
          'member_password_not_found',
          `No member of the organization has the password ${passwordId}.`,
        )
      }
      deletePassword(context, owner)
      return memberAnswer(context, owner)
    }),
  )

  app.delete(
    '/members/mfa_phone_numbers/:member_id',
    memberEndpoint(context, {}, ({ caller, param }) => {
      const action = 'update.info.delete.mfa-phone'
      const member = requireTarget(context, caller, param('member_id'), action)
      deletePhoneNumber(context, member)
      return memberAnswer(context, member)
    }),
  )

  app.delete(
    '/members/totp/:member_id',
    memberEndpoint(context, {}, ({ caller, param }) => {
      const action = 'update.info.delete.mfa-totp'
      const member = requireTarget(context, caller, param('member_id'), action)
      deleteTotp(context, member)
      return memberAnswer(context, member)
    }),
  )

  app.post(
    '/members/:member_id/unlink_retired_email',
    memberEndpoint(context, {}, ({ caller, body, param }) => {
      const action = 'update.info.unlink.retired-email'
      const member = requireTarget(context, caller, param('member_id'), action)
      unlinkRetiredEmail(context, member, body)
      return memberAnswer(context, member)
    }),
  )

  app.post(
    '/members/:member_id/start_email_update',
    memberEndpoint(context, {}, ({ caller, body, param }) => {
      const member = requireTarget(context, caller, param('member_id'), 'update.info.email')
      startEmailUpdate(context, member, body)
      return memberAnswer(context, member)
    }),
  )

  return app
}
