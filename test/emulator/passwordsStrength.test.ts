import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import { API } from './signInCalls.ts'

const STRONG = 'marmalade-tugboat-93-violin'
const FAMOUS = 'correct horse battery staple'

describe('passwords.strengthCheck', () => {
  const check = (api: Api, password: string, email_address?: string) =>
    api.call('POST', `${API}/passwords/strength_check`, { body: { password, email_address } })

  it('scores a password, and says what would make it better', async () => {
    const api = createApi()
    const weak = await check(api, 'password')
    expect(weak.at('data')).toMatchObject({
      valid_password: false,
      score: 0,
      breached_password: true,
      breach_detection_on_create: true,
      strength_policy: 'zxcvbn',
    })
    expect(weak.text('data.zxcvbn_feedback.warning')).not.toBe('')
    expect((await check(api, STRONG)).at('data')).toMatchObject({
      valid_password: true,
      score: 4,
      breached_password: false,
      zxcvbn_feedback: { warning: '', suggestions: [] },
    })
  })

  it('knows that an address is easy to guess for its owner', async () => {
    const api = createApi()
    const email_address = 'zbigniew.quartzfield@northwind.example'
    expect((await check(api, 'zbigniew.quartzfield')).at('data.valid_password')).toBe(true)
    expect(
      (await check(api, 'zbigniew.quartzfield', email_address)).at('data.valid_password'),
    ).toBe(false)
  })

  it('refuses a breached password only where the project looks for them', async () => {
    const api = createApi()
    expect((await check(api, FAMOUS)).at('data')).toMatchObject({
      valid_password: false,
      breached_password: true,
      score: 4,
    })
    api.emulator.data.project.passwords.breach_detection_on_create = false
    expect((await check(api, FAMOUS)).at('data')).toMatchObject({
      valid_password: true,
      breached_password: true,
      breach_detection_on_create: false,
    })
  })

  it('counts kinds of characters where the project wants that', async () => {
    const api = createApi()
    Object.assign(api.emulator.data.project.passwords, {
      strategy: 'luds',
      luds_complexity: 4,
      luds_minimum_count: 10,
    })
    expect((await check(api, 'Blue7')).at('data')).toMatchObject({
      valid_password: false,
      strength_policy: 'luds',
      luds_feedback: {
        has_lower_case: true,
        has_upper_case: true,
        has_digit: true,
        has_symbol: false,
        missing_complexity: 1,
        missing_characters: 5,
      },
    })
    expect((await check(api, 'Blue7-tango')).at('data')).toMatchObject({
      valid_password: true,
      luds_feedback: { missing_complexity: 0, missing_characters: 0 },
    })
  })
})
