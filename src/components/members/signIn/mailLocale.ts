import type { Locale } from '../../../client/types.ts'

const WITH_TEMPLATES: readonly Locale[] = ['en', 'es', 'pt-br', 'fr']

/** The language of a mail that is sent from a portal in this locale; undefined where there is no such template. */
export function mailLocale(portalLocale: string): Locale | undefined {
  const tag = portalLocale.toLowerCase()
  const [language] = tag.split('-')
  return WITH_TEMPLATES.find((locale) => locale === tag || locale === language)
}
