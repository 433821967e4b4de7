import { fields, flag, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

/** Lets somebody of the project's team act as a member, once. */
export interface StoredImpersonationToken {
  token: string
  member_id: string
  organization_id: string
  impersonator_id: string
  impersonator_email_address: string
  expires_at: string
  used: boolean
}

export interface ImpersonationRecords {
  /** By token. */
  impersonation_tokens: Record<string, StoredImpersonationToken>
}

export const noImpersonation = (): ImpersonationRecords => ({ impersonation_tokens: {} })

const token: ShapesOf<StoredImpersonationToken> = {
  token: text,
  member_id: text,
  organization_id: text,
  impersonator_id: text,
  impersonator_email_address: text,
  expires_at: time,
  used: flag,
}

export const impersonationShapes: ShapesOf<ImpersonationRecords> = {
  impersonation_tokens: records(fields(token)),
}
