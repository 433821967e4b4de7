import type { Described } from '../described.ts'
import { seedId, seedSecret } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

const CLIENT_TYPES = [
  'first_party',
  'first_party_public',
  'third_party',
  'third_party_public',
] as const

/** Adds the applications that are described. */
export function readConnectedApps({ data }: SeedStore, described: Described): void {
  for (const app of described.objects('connected_apps')) {
    const name = app.text('name')
    const connected_app_id = seedId('connected-app', name)
    if (Object.hasOwn(data.connected_apps, connected_app_id)) {
      app.wrong('name', 'is that of another connected app too.')
    }
    const client_type = app.oneOf('client_type', CLIENT_TYPES) ?? 'third_party'
    const isPublic = client_type.endsWith('_public')
    const isFirstParty = client_type.startsWith('first_party')
    const secret = app.optionalText('client_secret')
    if (isPublic && secret !== undefined) {
      app.wrong('client_secret', `does not go with ${client_type}: public apps can keep none.`)
    }
    for (const field of ['full_access_allowed', 'bypass_consent_for_offline_access']) {
      if (app.flag(field) && !isFirstParty) {
        app.wrong(field, `does not go with ${client_type}: only first-party apps may.`)
      }
    }
    data.connected_apps[connected_app_id] = {
      connected_app_id,
      name,
      description: app.optionalText('description') ?? '',
      client_type,
      client_secret: isPublic ? null : (secret ?? seedSecret(`connected-app/${name}`)),
      logo_url: app.optionalText('logo_url') ?? '',
      redirect_urls: readUrls(app, 'redirect_urls'),
      post_logout_redirect_urls: readUrls(app, 'post_logout_redirect_urls'),
      full_access_allowed: app.flag('full_access_allowed') ?? false,
      bypass_consent_for_offline_access: app.flag('bypass_consent_for_offline_access') ?? false,
    }
  }
}

function readUrls(app: Described, field: string): string[] {
  const urls = app.texts(field) ?? []
  const wrong = urls.find((url) => !URL.canParse(url))
  if (wrong !== undefined) app.wrong(field, `names ${JSON.stringify(wrong)}, which is no address.`)
  return urls
}
