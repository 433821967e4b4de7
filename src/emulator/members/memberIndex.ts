import type { StoredMember } from '../records/organizations.ts'
import { findRecord } from '../store.ts'
import type { StoreData } from '../store.ts'

/** As few members as this are listed anew each time, which takes no time. */
const FEW = 1000

/** Members one after the other. */
export interface MemberList {
  members: readonly StoredMember[]
  /** The address of the member at that place, in lower case. */
  addressAt: (place: number) => string
  /** Whoever may have the address now or have had it, in any letter case: a first choice, to be looked at. */
  withAddress: (address: string) => readonly StoredMember[]
}

/**
 * The members in lists, so that 100,000 of them are searched in milliseconds: to list the values of so large an object
 * takes far longer than to look at each. Who is there is remembered, and what addresses they have; whatever else is done
 * to a member is seen at once. Who adds or replaces one, or gives one another address, does it by `keep`; where it was
 * done in another way, `touch` says so.
 */
export interface MemberIndex {
  /** The members of all organizations. */
  all: () => MemberList
  /** Those of one, deleted ones too, by time of creation and then id. */
  of: (organizationId: string) => MemberList
  /** Stores a member: a new one, or another state of one that there is. */
  keep: (member: StoredMember) => void
  /** Members may have come or gone, or got another address or time of creation. */
  touch: () => void
}

export function createMemberIndex(store: { readonly data: StoreData }): MemberIndex {
  let source: StoreData['members'] | null = null
  let isTouched = false
  let all = createList([])
  let byOrganization = new Map<string, GrowingList>()

  const refresh = () => {
    const { members } = store.data
    if (members === source && !isTouched && all.members.length > FEW) return
    const present = Object.values(members)
    if (members !== source || !isSame(present, all.members)) {
      all = createList(present)
      byOrganization = listsByOrganization(present)
    }
    for (const list of [all, ...byOrganization.values()]) list.forgetAddresses()
    for (const list of byOrganization.values()) list.putInOrder()
    source = members
    isTouched = false
  }

  return {
    all: () => {
      refresh()
      return all
    },
    of: (organizationId) => {
      refresh()
      return byOrganization.get(organizationId) ?? createList([])
    },
    keep: (member) => {
      const { members } = store.data
      const list = byOrganization.get(member.organization_id)
      const before = findRecord(members, member.member_id)
      members[member.member_id] = member
      if (before === member) {
        all.noteAddresses(member)
        list?.noteAddresses(member)
      } else if (!before && list?.isAfterLast(member)) {
        all.add(member)
        list.add(member)
      } else isTouched = true
    },
    touch: () => {
      isTouched = true
    },
  }
}

interface GrowingList extends MemberList {
  add: (member: StoredMember) => void
  noteAddresses: (member: StoredMember) => void
  forgetAddresses: () => void
  isAfterLast: (member: StoredMember) => boolean
  putInOrder: () => void
}

/** Makes the array its own. */
function createList(members: StoredMember[]): GrowingList {
  // What each address was when it was put into lower case.
  let addresses: string[] = []
  let lowerCase: string[] = []
  let byAddress: Map<string, StoredMember[]> | null = null
  const noteAddresses = (member: StoredMember) => {
    if (byAddress) addAddresses(byAddress, member)
  }
  return {
    members,
    addressAt: (place) => {
      const address = members[place]?.email_address ?? ''
      const known = lowerCase[place]
      if (known !== undefined && addresses[place] === address) return known
      const lower = address.toLowerCase()
      addresses[place] = address
      lowerCase[place] = lower
      return lower
    },
    withAddress: (address) => {
      if (!byAddress) {
        byAddress = new Map()
        members.forEach(noteAddresses)
      }
      return byAddress.get(address.toLowerCase()) ?? []
    },
    add: (member) => {
      members.push(member)
      noteAddresses(member)
    },
    noteAddresses,
    forgetAddresses: () => {
      byAddress = null
    },
    isAfterLast: (member) => {
      const last = members.at(-1)
      return last === undefined || compare(last, member) < 0
    },
    putInOrder: () => {
      if (members.every((member, place) => place === 0 || isAfter(member, members[place - 1])))
        return
      members.sort(compare)
      addresses = []
      lowerCase = []
    },
  }
}

function addAddresses(byAddress: Map<string, StoredMember[]>, member: StoredMember): void {
  const retired = member.retired_email_addresses.map(({ email_address = '' }) => email_address)
  for (const address of [member.email_address, ...retired]) {
    const known = byAddress.get(address.toLowerCase())
    if (!known) byAddress.set(address.toLowerCase(), [member])
    else if (!known.includes(member)) known.push(member)
  }
}

function listsByOrganization(members: readonly StoredMember[]): Map<string, GrowingList> {
  const groups = new Map<string, StoredMember[]>()
  for (const member of members) {
    const group = groups.get(member.organization_id)
    if (group) group.push(member)
    else groups.set(member.organization_id, [member])
  }
  return new Map([...groups].map(([id, group]) => [id, createList(group)]))
}

function isSame(present: readonly StoredMember[], listed: readonly StoredMember[]): boolean {
  return (
    present.length === listed.length && present.every((member, place) => member === listed[place])
  )
}

function isAfter(member: StoredMember, before: StoredMember | undefined): boolean {
  return before === undefined || compare(before, member) < 0
}

function compare(one: StoredMember, other: StoredMember): number {
  if (one.created_at !== other.created_at) return one.created_at < other.created_at ? -1 : 1
  return one.member_id < other.member_id ? -1 : 1
}
