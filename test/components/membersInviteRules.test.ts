import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../src/components/members/csv.ts'
import { createAddressBook } from '../../src/components/members/invite/addressBook.ts'
import {
  checkInvitees,
  countInvitees,
  createAddressReader,
  createInviteeCheck,
  problemsFirst,
  type CheckedInvitee,
  type InviteeRules,
  type KnownAddress,
} from '../../src/components/members/invite/checkInvitees.ts'
import { emailProblem, isSameDomain } from '../../src/components/members/invite/emailAddress.ts'
import { expiryMinutes } from '../../src/components/members/invite/expiry.ts'
import { newDraft, requestFor } from '../../src/components/members/invite/invitationDraft.ts'
import type { Invitee } from '../../src/components/members/invite/invitee.ts'
import { readAddresses } from '../../src/components/members/invite/readAddresses.ts'
import { readInviteeTable } from '../../src/components/members/invite/readInviteeTable.ts'
import { hasMany, readPasted } from '../../src/components/members/invite/readPasted.ts'
import { readTextFile } from '../../src/components/members/invite/readTextFile.ts'
import { createRoleFinder } from '../../src/components/members/invite/roleTexts.ts'

const role = (role_id: string, name = role_id) => ({ role_id, name, description: '', known: true })
const findRoles = createRoleFinder({
  roles: [role('stytch_member'), role('engineer', 'Engineer'), role('ops', 'Research, ops')],
})

describe('emailProblem', () => {
  it.each([
    'ada@acme.example',
    'Ada.Lovelace+admin@sub.acme.example',
    "o'neill_1@acme-labs.example",
    'ada@müller.example',
    'jürgen@acme.example',
    ' ada@acme.example ',
    `${'a'.repeat(64)}@acme.example`,
  ])('takes %s', (address) => expect(emailProblem(address)).toBeNull())

  it.each([
    ['', 'empty'],
    ['ada', 'no-at'],
    ['ada lovelace@acme.example', 'spaces'],
    ['ada@acme@example', 'many-ats'],
    ['@acme.example', 'local-part'],
    ['.ada@acme.example', 'local-part'],
    ['ada..l@acme.example', 'local-part'],
    ['"ada"@acme.example', 'local-part'],
    ['ada@acme', 'domain'],
    ['ada@acme..example', 'domain'],
    ['ada@-acme.example', 'domain'],
    ['ada@acme_x.example', 'domain'],
    ['ada@10.0.0.1', 'domain'],
    ['ada@acme.example.', 'domain'],
    [`ada@${'a'.repeat(64)}.example`, 'domain'],
    [`${'a'.repeat(65)}@acme.example`, 'local-part-too-long'],
    [`${'ü'.repeat(33)}@acme.example`, 'local-part-too-long'],
    [`abcde@${'abcdefgh.'.repeat(27)}example`, 'too-long'],
  ])('refuses %s: %s', (address, problem) => expect(emailProblem(address)).toBe(problem))

  it('knows a domain in either writing', () => {
    expect(isSameDomain('Müller.example', 'xn--mller-kva.example')).toBe(true)
    expect(isSameDomain('acme.example', 'sub.acme.example')).toBe(false)
  })
})

describe('readAddresses', () => {
  const read = (text: string) => readAddresses(text).map(({ email, name }) => [email, name])

  it('reads lines, commas and semicolons', () => {
    expect(read('a@x.example, b@x.example;c@x.example\r\n\n d@x.example ,')).toEqual([
      ['a@x.example', ''],
      ['b@x.example', ''],
      ['c@x.example', ''],
      ['d@x.example', ''],
    ])
  })

  it('reads names before addresses, quoted or not, with commas in them', () => {
    expect(
      read(
        'Ada Lovelace <ada@x.example>, "Hopper, Grace" <grace@x.example>; Curie, Marie <m@x.example>',
      ),
    ).toEqual([
      ['ada@x.example', 'Ada Lovelace'],
      ['grace@x.example', 'Hopper, Grace'],
      ['m@x.example', 'Curie, Marie'],
    ])
  })

  it('reads addresses with nothing but blanks between them, and links', () => {
    expect(read('a@x.example b@x.example\nmailto:c@x.example')).toEqual([
      ['a@x.example', ''],
      ['b@x.example', ''],
      ['c@x.example', ''],
    ])
  })

  it('keeps what is no address, to be mended', () => {
    expect(read('ada\nada@x.example')).toEqual([
      ['ada', ''],
      ['ada@x.example', ''],
    ])
  })
})

describe('readInviteeTable', () => {
  const read = (text: string) => readInviteeTable(parseCsv(text).rows, findRoles)

  it.each([
    'email,name,roles\nada@x.example,Ada,engineer',
    'Name;ROLE;E-Mail\nAda;Engineer;ada@x.example',
    'Roles\temail_address\tFull name\nengineer\tada@x.example\tAda',
    'ada@x.example,Ada,engineer',
    'Ada,engineer,ada@x.example',
  ])('finds the columns of %j', (text) => {
    expect(read(text)).toEqual({
      type: 'read',
      invitees: [{ email: 'ada@x.example', name: 'Ada', roles: ['engineer'] }],
    })
  })

  it('joins first and last name', () => {
    expect(read('Last name,First name,Email\nLovelace,Ada,ada@x.example')).toMatchObject({
      invitees: [{ name: 'Ada Lovelace' }],
    })
  })

  it('reads roles by id and name, and keeps what is none', () => {
    expect(findRoles('ENGINEER; Research, ops|stytch_member')).toEqual({
      ids: ['engineer', 'ops'],
      unknown: [],
    })
    expect(findRoles('engineer,pilot')).toEqual({ ids: ['engineer', 'pilot'], unknown: ['pilot'] })
  })

  it('says that there are no addresses', () => {
    expect(read('name\nAda')).toEqual({ type: 'no-addresses' })
    expect(read('')).toEqual({ type: 'no-addresses' })
  })

  it('reads addresses without marks that nobody sees', () => {
    expect(read('email\n\u202Aada@x.example\u202C')).toMatchObject({
      invitees: [{ email: 'ada@x.example' }],
    })
    expect(readPasted('\u200Bbob@x.example\u200B, mailto:eve@x.example', findRoles)).toMatchObject([
      { email: 'bob@x.example' },
      { email: 'eve@x.example' },
    ])
  })
})

describe('readPasted', () => {
  it('takes cells of a spreadsheet for a table, and anything else for a list', () => {
    expect(readPasted('ada@x.example\tAda\nbob@x.example\tBob', findRoles)).toMatchObject([
      { name: 'Ada' },
      { name: 'Bob' },
    ])
    expect(readPasted('ada@x.example,Ada\nbob@x.example,Bob', findRoles)).toHaveLength(2)
    expect(readPasted('ada@x.example, bob@x.example', findRoles)).toHaveLength(2)
  })

  it('tells a list from one address', () => {
    expect(hasMany(' ada@x.example\n')).toBe(false)
    expect(hasMany('a@x.example b@x.example')).toBe(true)
    expect(hasMany('Ada <a@x.example>')).toBe(true)
  })
})

describe('readTextFile', () => {
  const read = (...bytes: number[]) => readTextFile(new Blob([new Uint8Array(bytes)]))

  it('reads what spreadsheets write', async () => {
    expect(await read(0xc3, 0xbc)).toEqual({ type: 'text', text: 'ü' })
    expect(await read(0xfc)).toEqual({ type: 'text', text: 'ü' })
    expect(await read(0xff, 0xfe, 0xfc, 0)).toEqual({ type: 'text', text: 'ü' })
    expect(await read(0x50, 0x4b, 3, 4)).toEqual({ type: 'workbook' })
  })
})

const invitee = (email: string, more: Partial<Invitee> = {}): Invitee => ({
  id: email,
  email,
  name: '',
  roles: null,
  choice: null,
  ...more,
})
const rules = (more: Partial<InviteeRules> = {}): InviteeRules => ({
  delivery: 'invite',
  allowedDomains: null,
  isRole: (id) => id === 'engineer',
  known: () => null,
  ...more,
})
const somebody = (status: string, canReactivate = false): KnownAddress => ({
  memberId: 'member-1',
  label: 'Ada',
  status,
  canReactivate,
})

describe('checkInvitees', () => {
  it('finds doubles in any letter case, and says of which row', () => {
    const [, second] = checkInvitees([invitee('Ada@x.example'), invitee('ada@X.example')], rules())
    expect(second?.problems).toEqual([{ type: 'duplicate', of: 1 }])
  })

  it('holds invitations, not additions, against the allowed domains', () => {
    const list = [invitee('ada@x.example')]
    const allowedDomains = ['y.example']
    expect(checkInvitees(list, rules({ allowedDomains }))[0]?.problems).toEqual([
      { type: 'domain', domain: 'x.example', allowed: allowedDomains },
    ])
    expect(checkInvitees(list, rules({ allowedDomains, delivery: 'add' }))[0]?.problems).toEqual([])
  })

  it.each([
    ['invite', somebody('active'), 'leave-out', []],
    ['invite', somebody('invited'), 'send-again', ['send-again', 'leave-out']],
    ['add', somebody('invited'), 'leave-out', []],
    ['invite', somebody('deleted', true), 'leave-out', ['leave-out', 'reactivate']],
    ['invite', somebody('deleted'), 'invite', ['invite', 'leave-out']],
    ['add', null, 'add', []],
  ] as const)('%s for %o: %s', (delivery, known, action, choices) => {
    const [row] = checkInvitees([invitee('ada@x.example')], rules({ delivery, known: () => known }))
    expect(row).toMatchObject({ action, choices, problems: [] })
  })

  it('passes over empty rows, and counts the others', () => {
    const rows = checkInvitees(
      [
        invitee('a@x.example'),
        invitee(''),
        invitee('b'),
        invitee('c@x.example', { roles: ['pilot'] }),
      ],
      rules(),
    )
    expect(countInvitees(rows)).toMatchObject({ rows: 3, problems: 2, ready: 1 })
    expect(problemsFirst(rows).map(({ id }) => id)).toEqual(['b', 'c@x.example', 'a@x.example', ''])
  })

  it('keeps a row before its doubles, however often they are sorted', () => {
    const list = [
      invitee('good@x.example'),
      invitee('a@x.example', { id: 'one' }),
      invitee('b@x.example'),
      invitee('A@x.example', { id: 'two' }),
      invitee('a@x.example', { id: 'three' }),
    ]
    const sorted = problemsFirst(checkInvitees(list, rules()))
    const order = ['one', 'two', 'three', 'good@x.example', 'b@x.example']
    expect(sorted.map(({ id }) => id)).toEqual(order)
    expect(problemsFirst(checkInvitees(sorted, rules())).map(({ id }) => id)).toEqual(order)
  })
})

describe('createInviteeCheck', () => {
  const [one, two, three] = [
    invitee('a@x.example'),
    invitee('b@x.example', { roles: ['pilot'] }),
    invitee('c@x.example'),
  ]
  const changed = (before: readonly CheckedInvitee[], after: readonly CheckedInvitee[]) =>
    after.flatMap((row, index) => (row === before[index] ? [] : [row.number]))

  it('checks again what has changed, and what follows from it', () => {
    const check = createInviteeCheck(createAddressReader())
    const first = check([one, two, three], rules())
    const sameRules = rules()
    const same = check([one, two, three], sameRules)
    expect(changed(same, check([one, two, { ...three, name: 'Cy' }], sameRules))).toEqual([3])
    const doubled = check([one, two, { ...three, email: 'A@x.example' }], sameRules)
    expect(doubled[2]?.problems).toEqual([{ type: 'duplicate', of: 1 }])
    expect(first).toEqual(same)
  })

  it('lets a double go when the other row is changed', () => {
    const check = createInviteeCheck(createAddressReader())
    const double = invitee('A@x.example', { id: 'double' })
    expect(check([one, double], rules())[1]?.problems).toHaveLength(1)
    expect(check([{ ...one, email: 'z@x.example' }, double], rules())[1]?.problems).toEqual([])
  })

  it('checks all again under other rules, and who has become known', () => {
    const check = createInviteeCheck(createAddressReader())
    const held = rules()
    const first = check([one, two], held)
    expect(first[1]?.problems).toHaveLength(1)
    expect(check([one, two], { ...held, isRole: () => true })[1]?.problems).toEqual([])
    const ada = somebody('active')
    const known = check([one, two], {
      ...held,
      known: (key) => (key === 'a@x.example' ? ada : null),
    })
    expect(known.map(({ action }) => action)).toEqual(['leave-out', 'invite'])
  })
})

describe('requestFor', () => {
  const options = { ...newDraft('invite', '1'), roles: ['engineer'], locale: 'fr' }
  const rowOf = (one: Invitee, known: KnownAddress | null = null) => {
    const [row] = checkInvitees([one], rules({ known: () => known }))
    if (!row) throw new Error('There is a row.')
    return row
  }

  it('sends the roles for all unless the row has its own, and the options of the mail', () => {
    expect(requestFor(rowOf(invitee(' a@x.example ')), options, { inviteTemplateId: 't' })).toEqual(
      {
        type: 'invite',
        input: {
          email_address: 'a@x.example',
          roles: ['engineer'],
          invite_expiration_minutes: 10_080,
          locale: 'fr',
          invite_template_id: 't',
        },
      },
    )
    const own = requestFor(rowOf(invitee('a@x.example', { roles: [] })), options, {})
    expect(own).not.toHaveProperty('input.roles')
  })

  it('changes nothing of who is invited already', () => {
    const again = invitee('a@x.example', { name: 'New name', roles: ['engineer'] })
    const request = requestFor(rowOf(again, somebody('invited')), options, {})
    expect(request).not.toHaveProperty('input.name')
    expect(request).not.toHaveProperty('input.roles')
  })
})

describe('expiryMinutes', () => {
  it('takes 5 minutes to 7 days in whole minutes', () => {
    const custom = (amount: string, unit: 'minutes' | 'hours' | 'days') =>
      expiryMinutes({ choice: 'custom', amount, unit })
    expect(custom('5', 'minutes')).toBe(5)
    expect(custom('4', 'minutes')).toBeNull()
    expect(custom('7', 'days')).toBe(10_080)
    expect(custom('169', 'hours')).toBeNull()
    expect(custom('1.5', 'hours')).toBeNull()
    expect(custom('', 'days')).toBeNull()
  })
})

describe('createAddressBook', () => {
  it('asks a hundred at a time, each once, and again for what failed', async () => {
    const asked: string[][] = []
    let fails = true
    const book = createAddressBook((keys) => {
      asked.push([...keys])
      return fails && keys.includes('p150@x.example')
        ? Promise.reject(new Error('down'))
        : Promise.resolve([])
    })
    const keys = Array.from({ length: 250 }, (_, index) => `p${index}@x.example`)
    await expect(book.ask(keys)).rejects.toThrow('down')
    await Promise.resolve()
    fails = false
    await book.ask(keys)
    expect(asked.map((chunk) => chunk.length)).toEqual([100, 100, 50, 100])
    expect(book.getSnapshot().known.size).toBe(250)
    expect(book.getSnapshot()).toMatchObject({ awaited: 0, error: null })
  })
})
