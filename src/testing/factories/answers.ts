import { ApiError, type ApiErrorFields } from '../../client/errors.ts'
import type { ResponseCommon } from '../../client/types.ts'
import type { FactorySet } from './factorySet.ts'

export interface AnswerFactories {
  /** What a method resolves to: the given fields, with the request id and status that every answer has. */
  readonly createAnswer: <Fields extends object>(fields: Fields) => ResponseCommon & Fields
  /** What a method rejects with where the API says no; 403 `session_authorization_error` when left out. */
  readonly createApiError: (overrides?: Partial<ApiErrorFields>) => ApiError
}

export function answerFactories(set: FactorySet): AnswerFactories {
  const requestId = () => set.id('request-id', set.next('request-id'))
  return {
    createAnswer: (fields) => ({ request_id: requestId(), status_code: 200, ...fields }),
    createApiError: (overrides) =>
      new ApiError({
        status_code: 403,
        error_type: 'session_authorization_error',
        error_message: 'The member has no permission for this action.',
        error_url: 'https://stytch.com/docs/api/errors/403#session_authorization_error',
        request_id: requestId(),
        ...overrides,
      }),
  }
}
