/** A failure to answer with instead of the real thing. */
export interface Fault {
  /** An HTTP method; every one when left out. */
  method?: string | undefined
  /** A path such as `/sdk/v1/b2b/scim`; `*` stands for anything. */
  path: string
  /** A text that the body must have in it, such as an address or an id; any body will do when left out. */
  bodyIncludes?: string | undefined
  /** The status to answer with; it does not matter with `networkError`. */
  status?: number | undefined
  error_type?: string | undefined
  error_message?: string | undefined
  /** Seconds for the `Retry-After` header. */
  retry_after?: number | undefined
  /** How often it strikes; 1 when left out, 0 for until cleared. */
  times?: number | undefined
  /** No answer at all, as when the network is down. */
  networkError?: boolean | undefined
}

export interface FaultList {
  add: (fault: Fault) => void
  clear: () => void
  /** What is still to strike. */
  list: () => Fault[]
  /** The fault for a request, if there is one; counts it as struck. */
  take: (request: FaultyRequest) => Promise<Fault | undefined>
}

interface FaultyRequest {
  method: string
  path: string
  /** Read only where a fault depends on it. */
  body: () => Promise<string>
}

export function createFaultList(initial: readonly Fault[] = []): FaultList {
  let faults: { fault: Fault; left: number }[] = []
  const add = (fault: Fault) => {
    const times = fault.times ?? 1
    faults.push({ fault, left: times === 0 ? Infinity : times })
  }
  initial.forEach(add)
  return {
    add,
    clear: () => {
      faults = []
    },
    list: () =>
      faults.map(({ fault, left }) => ({ ...fault, times: left === Infinity ? 0 : left })),
    take: async (request) => {
      const isLikely = faults.some(({ fault }) => fault.bodyIncludes && strikes(fault, request))
      const body = isLikely ? await request.body() : ''
      const match = faults.find(
        ({ fault }) => strikes(fault, request) && body.includes(fault.bodyIncludes ?? ''),
      )
      if (!match) return undefined
      match.left -= 1
      if (match.left <= 0) faults = faults.filter((candidate) => candidate !== match)
      return match.fault
    },
  }
}

/** Whether method and path are those of the fault. */
function strikes(fault: Fault, { method, path }: FaultyRequest): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false
  const pattern = fault.path.split('*').map(escapeRegExp).join('.*')
  return new RegExp(`^${pattern}$`).test(path)
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
