import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A plain file of components: rules, words and stores, neither a view (`.tsx`) nor a hook (`use*.ts`). */
const plainFiles = /^src\/components\/([\w-]+\/)+(?!use[A-Z])[a-z]\w*\.ts$/

/** What the frame lets everything inside it know: theme and locale, why a control is denied, that something is unsaved. */
const portalContext = /^src\/components\/portal\/(PortalContext|denied|useLeaveGuard)\.ts$/

/**
 * Who may import whom: client <- hooks <- components, as docs/architecture.md draws it.
 *
 * For each room the first matching entry counts. `may` are the rooms it may import from (itself always), `types` those
 * from which it may take types only, `packages` the packages it may import (undefined: any). Rooms are folders of the repository.
 *
 * @type {{ room: string, may?: (string | RegExp)[], types?: (string | RegExp)[], packages?: RegExp }[]}
 */
const rooms = [
  { room: 'src/client', packages: /^zustand\/vanilla$/ },
  {
    room: 'src/hooks',
    may: ['src/client'],
    packages: /^(react|@tanstack\/react-query)$/,
  },
  {
    room: 'src/components/i18n',
    types: ['src/client'],
    packages: /^react$/,
  },
  {
    room: 'src/components/ui',
    may: ['src/components/i18n', portalContext],
    packages: /^(react|react-dom|react\/jsx-runtime|@radix-ui\/.+)$/,
  },
  {
    room: 'src/components/portal',
    may: ['src/components/ui', 'src/components/i18n', 'src/hooks', 'src/client/errors.ts'],
    types: ['src/client'],
    packages: /^(react|react-dom|@tanstack\/react-query)$/,
  },
  // The entry point lists what the parts export.
  { room: 'src/components/index.ts', may: ['src/components'], types: ['src/client', 'src/hooks'] },
  // Any other folder of components is a part of the portal; parts do not know each other.
  {
    room: 'src/components/*',
    may: [
      'src/components/portal',
      'src/components/ui',
      'src/components/i18n',
      'src/hooks',
      'src/client/errors.ts',
    ],
    types: ['src/client'],
    packages: /^(react|react-dom|@tanstack\/react-query)$/,
  },
  {
    room: 'src/emulator',
    types: ['src/client'],
    packages:
      /^(hono|hono\/.+|@hono\/.+|jose|scim2-parse-filter|otpauth|uqr|@zxcvbn-ts\/.+|xmldsigjs|xml-core|@xmldom\/xmldom|pkijs|asn1js|yaml|node:.+)$/,
  },
  { room: 'src/testing', may: ['src'] },
  {
    room: 'src/devtools',
    may: ['src/client', 'src/hooks', 'src/testing/connectEmulator.ts'],
    types: ['src/emulator'],
    packages: /^(react|react-dom|@tanstack\/react-query)$/,
  },
  // These know the package as a user does: through its entry points, which are packages to this rule.
  { room: 'examples', may: [] },
  { room: 'stories', may: ['.storybook'] },
  { room: 'demo', may: ['.'] },
  { room: 'bench', may: ['scripts', 'demo', '.'] },
  { room: 'test/tooling', may: ['scripts', 'test', '.'] },
  // Rules, words and stores are plain functions and values, tested as such.
  { room: 'test/components', may: ['test', plainFiles] },
  { room: 'test', may: ['scripts', 'examples'] },
  { room: '.storybook', may: ['scripts', 'stories', '.'] },
  { room: 'scripts', may: ['demo', 'bench', 'test', '.'] },
]

/** Packages of the bottom that only one folder may wrap. */
const radixHome = 'src/components/ui'

/** The hooks that a view may use: what it is allowed to show, and who is looking. Data comes to it as props. */
const hooksForViews =
  /^(Authorized|OrgportalProvider|useEditableFields|useOrgportalClient|usePermissions?|useMember|useMemberSession|useOrganization|useSessionStatus)$/

/** @type {import('eslint').Rule.RuleModule} */
export const importDirections = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      room: '{{from}} may not import from {{to}}.',
      typesOnly: '{{from}} may import only types from {{to}}: use "import type".',
      package: '{{from}} may not import the package "{{name}}".',
      self: 'Inside src, import the file itself instead of "{{name}}".',
      radix: 'Radix is wrapped once, in {{home}}: import that.',
      view: 'A view gets its data from its model: "{{name}}" belongs in a use*.ts file.',
    },
  },
  create(context) {
    const file = toRepositoryPath(context.filename)
    const from = rooms.find(({ room }) => isWithin(file, room))
    if (!from) return {}
    const folder = roomOf(file, from.room)

    /** @param {any} node @param {boolean} typeOnly @param {string[]} names */
    function check(node, typeOnly, names) {
      const source = node?.value
      if (typeof source !== 'string') return
      if (!source.startsWith('.')) {
        checkPackage(node, source, typeOnly)
        return
      }
      const to = toRepositoryPath(resolve(dirname(context.filename), source))
      if (isWithin(to, folder)) return
      if (!from.may?.some((room) => isInRoom(to, room))) {
        if (!from.types?.some((room) => isInRoom(to, room))) {
          report(node, 'room', { to })
        } else if (!typeOnly) {
          report(node, 'typesOnly', { to })
        }
        return
      }
      if (isView(file) && isWithin(to, 'src/hooks') && !typeOnly) {
        for (const name of names.filter((name) => !hooksForViews.test(name))) {
          report(node, 'view', { name })
        }
      }
    }

    /** @param {any} node @param {string} name @param {boolean} typeOnly */
    function checkPackage(node, name, typeOnly) {
      const inSource = isWithin(file, 'src')
      if (inSource && /^orgportal(\/|$)/.test(name)) {
        report(node, 'self', { name })
      } else if (name.startsWith('@radix-ui/') && !isWithin(file, radixHome)) {
        report(node, 'radix', { home: radixHome })
      } else if (from.packages && !typeOnly && !from.packages.test(name)) {
        report(node, 'package', { name })
      }
    }

    /** @param {any} node @param {string} messageId @param {Record<string, string>} data */
    function report(node, messageId, data) {
      context.report({ node, messageId, data: { from: folder, ...data } })
    }

    return {
      ImportDeclaration(node) {
        const specifiers = node.specifiers
        const values = specifiers.filter(
          (specifier) => !isTypeKind(node) && !('importKind' in specifier && isTypeKind(specifier)),
        )
        check(node.source, specifiers.length > 0 && values.length === 0, values.map(importedName))
      },
      ExportNamedDeclaration(node) {
        check(node.source, isTypeKind(node), [])
      },
      ExportAllDeclaration(node) {
        check(node.source, isTypeKind(node), [])
      },
      ImportExpression(node) {
        check(node.source, false, [])
      },
    }
  },
}

/** @param {any} node */
function isTypeKind(node) {
  return node.importKind === 'type' || node.exportKind === 'type'
}

/** @param {any} specifier */
function importedName(specifier) {
  return specifier.type === 'ImportSpecifier' ? (specifier.imported.name ?? '') : '*'
}

/** A view is a file of a portal part that is not a model (`use*.ts`). @param {string} file */
function isView(file) {
  return /^src\/components\/(?!ui\/|i18n\/|portal\/)[^/]+\/(?!use[A-Z])[^/]+\.tsx$/.test(file)
}

/** @param {string} path */
function toRepositoryPath(path) {
  return relative(root, path).split(sep).join('/')
}

/** As `isWithin`, where "." stands for the files that lie directly in the repository's root. @param {string} path @param {string | RegExp} room */
function isInRoom(path, room) {
  if (room instanceof RegExp) return room.test(path)
  return room === '.' ? !path.includes('/') : isWithin(path, room)
}

/** @param {string} path @param {string} room */
function isWithin(path, room) {
  const own = roomOf(path, room)
  return path === own || path.startsWith(`${own}/`)
}

/** A room's own name; for `src/components/*` the folder of it that the path lies in, if it does. @param {string} path @param {string} room */
function roomOf(path, room) {
  const parent = room.endsWith('/*') ? room.slice(0, -1) : undefined
  if (!parent || !path.startsWith(parent)) return room
  return parent + path.slice(parent.length).split('/')[0]
}
