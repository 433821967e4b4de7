import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError, UsageError } from 'orgportal/client'
import { SessionChangedError } from 'orgportal/hooks'
import { ui } from '../../src/components/i18n/en/ui.ts'
import { saveFailureReason } from '../../src/components/portal/saveFailureReason.ts'

const reason = (error: Error) => saveFailureReason(error, ui.saveFailed)

describe('saveFailureReason', () => {
  it('sends people to their connection for a network failure', () => {
    expect(reason(new NetworkError('Failed to fetch'))).toMatch(/Check your connection/)
  })

  it.each([
    new UsageError('scim.updateConnection', 'connection_id', 'a string'),
    new SessionChangedError('The session changed hands.'),
    new TypeError('undefined is not a function'),
  ])('does not blame the network for a %s', (error) => {
    expect(reason(error)).toMatch(/Something unexpected happened on this page/)
  })

  it.each([
    [403, /do not allow/],
    [429, /Too many requests/],
    [500, /The server failed/],
    [400, /did not accept/],
  ])('goes by the status %i of an answer', (status_code, words) => {
    expect(reason(new ApiError({ status_code, error_type: 'x', error_message: 'y' }))).toMatch(
      words,
    )
  })
})
