import { ADOPTS, PROTECTED, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { AuthResponseWithMfa, RequestOptions } from './types.ts'

export interface ImpersonationApi<P extends Project = RegisteredProject> {
  /**
   * Signs in as another member, with a token that the project's own staff has asked for: the `token` of
   * the address with `stytch_token_type=multi_tenant_impersonation`. The session lasts 60 minutes and
   * cannot be extended; its factor `impersonated` says who it is in truth.
   *
   * @throws ApiError `unable_to_auth_impersonation_token`, `member_impersonation_not_allowed`.
   */
  authenticate: (
    input: { impersonation_token: string },
    options?: RequestOptions,
  ) => Promise<AuthResponseWithMfa<P>>
}

export const createImpersonationApi = ({ method }: Methods): ImpersonationApi => ({
  authenticate: method(
    'POST /b2b/impersonation/authenticate impersonation_token',
    PROTECTED,
    ADOPTS,
  ),
})
