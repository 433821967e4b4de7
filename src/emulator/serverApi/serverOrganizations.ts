import { Hono } from 'hono'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { checkDomain } from '../organizations/domains.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest } from '../errors.ts'
import { mergeMetadata } from '../members/metadata.ts'
import { newOrganization } from '../organizations/newOrganization.ts'
import { changeOrganization } from '../organizations/organizationChanges.ts'
import { deleteOrganization } from '../organizations/organizationRecords.ts'
import { pageOf, readPage } from '../paging.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import { wireOrganization } from '../wire.ts'
import { requireOrganization } from './lookups.ts'
import { readOrganizationFilter } from './organizationFilter.ts'
import { serverEndpoint } from './serverEndpoint.ts'

/** Mounted at `/v1/b2b/organizations`. */
export function serverOrganizationRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/',
    serverEndpoint(context, ({ body }) => {
      if (!body.has('organization_name')) {
        throw badRequest('organization_name is required.', 'organization_name_missing')
      }
      const extra = backendFields(context, { trusted_metadata: {} }, body)
      const organization = newOrganization(context, body, '')
      Object.assign(organization, extra)
      return { organization: wireOrganization(context, organization) }
    }),
  )

  app.post(
    '/search',
    serverEndpoint(context, ({ body }) => {
      const found = Object.values(context.data.organizations).filter(
        readOrganizationFilter(context, body),
      )
      const page = pageOf(found, readPage(body), ({ created_at, organization_id }) => [
        created_at,
        organization_id,
      ])
      return {
        organizations: page.items.map((organization) => wireOrganization(context, organization)),
        results_metadata: { total: found.length, next_cursor: page.nextCursor },
      }
    }),
  )

  app.get(
    '/:organization_id',
    serverEndpoint(context, ({ param }) => ({
      organization: wireOrganization(
        context,
        requireOrganization(context, param('organization_id')),
      ),
    })),
  )

  app.put(
    '/:organization_id',
    serverEndpoint(context, ({ param, body }) => {
      const organization = requireOrganization(context, param('organization_id'))
      const extra = backendFields(context, organization, body)
      const changed = changeOrganization(
        context,
        { organization, mustBeAllowed: () => undefined },
        body,
      )
      context.data.organizations[changed.organization_id] = { ...changed, ...extra }
      return { organization: wireOrganization(context, { ...changed, ...extra }) }
    }),
  )

  app.delete(
    '/:organization_id',
    serverEndpoint(context, ({ param }) => {
      const organization = requireOrganization(context, param('organization_id'))
      deleteOrganization(context, organization)
      return { organization_id: organization.organization_id }
    }),
  )

  return app
}

type BackendFields = Pick<
  StoredOrganization,
  'trusted_metadata' | 'organization_external_id' | 'claimed_email_domains'
>

/** What only a backend may write. */
function backendFields(
  { data }: EmulatorContext,
  now: Pick<StoredOrganization, 'trusted_metadata'> & Partial<StoredOrganization>,
  body: Body,
): BackendFields {
  const external = body.optionalString('organization_external_id')
  const others = Object.values(data.organizations).filter(
    ({ organization_id }) => organization_id !== now.organization_id,
  )
  if (
    external !== undefined &&
    others.some(({ organization_external_id }) => organization_external_id === external)
  ) {
    throw badRequest(
      `organization_external_id ${external} is that of another organization.`,
      'organization_external_id_already_used',
    )
  }
  const domains = body
    .optionalStrings('claimed_email_domains')
    ?.map((domain) => domain.trim().toLowerCase())
  for (const domain of domains ?? []) {
    checkDomain(domain, {
      invalid: 'organization_settings_invalid_claimed_domain',
      common: 'organization_settings_claimed_domain_too_common',
    })
    if (others.some(({ claimed_email_domains = [] }) => claimed_email_domains.includes(domain))) {
      throw badRequest(
        `claimed_email_domains names ${domain}, which another organization has claimed.`,
        'organization_settings_duplicate_claimed_domain',
      )
    }
  }
  return {
    trusted_metadata: mergeMetadata(now.trusted_metadata, body, 'trusted_metadata'),
    organization_external_id: external ?? now.organization_external_id ?? null,
    claimed_email_domains: domains ?? now.claimed_email_domains ?? [],
  }
}
