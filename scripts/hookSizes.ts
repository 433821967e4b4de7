import * as hooks from 'orgportal/hooks'
import { bundleModule, gzipKilobytes } from './bundle.ts'

/** What a hook adds to a page, in kB of gzip. */
export interface HookSize {
  name: string
  kilobytes: number
  limit: number
}

/** Hooks share what their kind needs, which comes with the first of it: what that may cost. In this order. */
const firsts = [
  { name: 'useScimDeleteConnection', kind: 'write', limit: 1.2 },
  { name: 'useOrganizationUpdate', kind: 'write that is shown at once', limit: 0.7 },
  { name: 'useOrganizationMembersUpdate', kind: 'write of members', limit: 0.7 },
  { name: 'useOrganizationMembersSearchInfinite', kind: 'read in pages', limit: 0.3 },
  { name: 'useMember', kind: 'record of the session', limit: 0.3 },
  { name: 'usePermission', kind: 'permission', limit: 1.5 },
  { name: 'useEditableFields', kind: 'use of the table of fields', limit: 0.6 },
  { name: 'useExpiringCredentials', kind: 'list of what ends', limit: 1.1 },
]

const EACH = 0.4

/**
 * Measures every exported hook: the first of each kind over `base`, the code of a page with one query hook, and
 * the kinds before it; every other over a page that has all kinds. The largest first.
 */
export async function hookSizes(
  base: string,
  external: string[],
): Promise<{ firsts: HookSize[]; others: HookSize[] }> {
  const sizeWith = async (names: string[]) => {
    const code = `${base}export { ${names.join(', ')} } from 'orgportal/hooks'\n`
    return gzipKilobytes((await bundleModule(code, external)).first)
  }
  const page = firsts.map(({ name }) => name)
  const steps = await Promise.all(
    [0, ...page.keys()].map((_, count) => sizeWith(page.slice(0, count))),
  )
  const whole = steps.at(-1) ?? 0
  const names = Object.keys(hooks).filter((name) => name.startsWith('use') && !base.includes(name))
  const others = await Promise.all(
    names
      .filter((name) => !page.includes(name))
      .map(async (name) => ({
        name,
        kilobytes: (await sizeWith([...page, name])) - whole,
        limit: EACH,
      })),
  )
  return {
    firsts: firsts.map(({ name, kind, limit }, index) => ({
      name: `the first ${kind} (${name})`,
      kilobytes: (steps[index + 1] ?? 0) - (steps[index] ?? 0),
      limit,
    })),
    others: others.sort((one, other) => other.kilobytes - one.kilobytes),
  }
}
