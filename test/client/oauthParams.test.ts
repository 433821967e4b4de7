import { parseOAuthAuthorizeParams, parseOAuthLogoutParams } from 'orgportal/client'
import { describe, expect, it } from 'vitest'

const query = (text: string) => new URLSearchParams(text)

describe('parseOAuthAuthorizeParams', () => {
  it('reads all that an app may ask', () => {
    const all =
      'client_id=a&redirect_uri=b&scope=x%20y&response_type=token&code_challenge=cc&state=s&nonce=n&prompt=p&resource=r1&resource=r2&other=1'
    expect(parseOAuthAuthorizeParams(query(all))).toEqual({
      error: null,
      result: {
        client_id: 'a',
        redirect_uri: 'b',
        response_type: 'token',
        scopes: ['x', 'y'],
        code_challenge: 'cc',
        state: 's',
        nonce: 'n',
        prompt: 'p',
        resources: ['r1', 'r2'],
      },
    })
  })

  it('fills in what is usual, and leaves out what is empty', () => {
    const result = {
      client_id: 'a',
      redirect_uri: 'b',
      response_type: 'code',
      scopes: ['openid', 'email', 'profile'],
    }
    for (const text of ['client_id=a&redirect_uri=b', 'client_id=a&redirect_uri=b&scope=&state=']) {
      expect(parseOAuthAuthorizeParams(query(text))).toEqual({ error: null, result })
    }
  })

  it('says what is missing', () => {
    const errorOf = (text: string) => parseOAuthAuthorizeParams(query(text)).error
    expect(errorOf('')).toContain('client_id')
    expect(errorOf('redirect_uri=b')).toContain('client_id')
    expect(errorOf('client_id=a&redirect_uri=')).toContain('redirect_uri')
  })
})

describe('parseOAuthLogoutParams', () => {
  it('reads all that an app may ask', () => {
    const all = 'client_id=a&post_logout_redirect_uri=b&state=s&id_token_hint=h'
    expect(parseOAuthLogoutParams(query(all))).toEqual({
      error: null,
      result: { client_id: 'a', post_logout_redirect_uri: 'b', id_token_hint: 'h', state: 's' },
    })
  })

  it('says what is missing', () => {
    const errorOf = (text: string) => parseOAuthLogoutParams(query(text)).error
    expect(errorOf('post_logout_redirect_uri=b')).toContain('client_id')
    expect(errorOf('client_id=a')).toContain('post_logout_redirect_uri')
  })
})
