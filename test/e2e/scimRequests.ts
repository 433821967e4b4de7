import { expect } from '@playwright/test'
import { direct } from './addresses.ts'

/** What curl would do: one SCIM request with a bearer token. */
export async function scimRequest(
  target: { base_url: string; token: string },
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  const url = new URL(direct(target.base_url))
  url.pathname += path
  return fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${target.token}`,
      'content-type': 'application/scim+json',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
}

export async function createUser(
  target: { base_url: string; token: string },
  user: { userName: string; givenName: string; familyName: string },
): Promise<string> {
  const response = await scimRequest(target, 'POST', '/Users', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: user.userName,
    name: { givenName: user.givenName, familyName: user.familyName },
    emails: [{ value: user.userName, type: 'work', primary: true }],
    active: true,
  })
  return createdId(response)
}

export async function createGroup(
  target: { base_url: string; token: string },
  group: { displayName: string; members: string[] },
): Promise<string> {
  const response = await scimRequest(target, 'POST', '/Groups', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
    displayName: group.displayName,
    members: group.members.map((value) => ({ value })),
  })
  return createdId(response)
}

async function createdId(response: Response): Promise<string> {
  expect(response.status).toBe(201)
  const { id } = (await response.json()) as { id: string }
  return id
}
