import { useContext, useRef, useState } from 'react'
import { isApiError } from '../../../client/errors.ts'
import {
  useSsoExternalCreateConnection,
  useSsoOidcCreateConnection,
  useSsoSamlCreateConnection,
} from '../../../hooks/sso.ts'
import {
  cleanDisplayName,
  displayNameProblem,
  type DisplayNameProblem,
} from '../../portal/displayName.ts'
import { KeptContext } from '../../portal/KeptContext.ts'
import { useStoredPreference } from '../../portal/useStoredPreference.ts'
import type { SsoConnection } from '../connections.ts'
import { identityProviderOf, readGuideId, type SetupProtocol } from '../providers.ts'
import type { SsoAddress } from '../ssoAddress.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import {
  checkExternal,
  isSwapped,
  refusedExternal,
  shownProblems,
  trimmedIds,
  type ExternalIds,
  type ExternalProblems,
} from './checkExternal.ts'
import {
  cardOf,
  choiceOf,
  NOTHING_TYPED,
  readChoice,
  readNewConnection,
  withProtocol,
  type AllowedProtocols,
  type NewCard,
  type NewChoice,
} from './newConnection.ts'
import { isNameTaken, uniqueName } from './uniqueName.ts'
import { useSsoCreateMessages } from './useSsoCreateMessages.ts'

export interface NewConnectionModel {
  card: NewCard | null
  chooseCard: (card: NewCard) => void
  /** Null while nothing is chosen, and for an external one. */
  protocol: SetupProtocol | null
  chooseProtocol: (protocol: SetupProtocol) => void
  name: string
  setName: (name: string) => void
  nameProblem: DisplayNameProblem | null
  /** It works, but another connection has this name. */
  nameTaken: boolean
  ids: ExternalIds
  setIds: (ids: Partial<ExternalIds>) => void
  /** What is shown of it: what is not filled in yet is no problem before it is asked for. */
  problems: ExternalProblems
  /** Puts each id into the other's field; null where they are not swapped. */
  swap: (() => void) | null
  /** Somebody has asked for it while nothing was chosen. */
  unchosen: boolean
  /** Somebody has asked for it by a protocol of which the project allows no more; null else. */
  limited: SetupProtocol | null
  busy: boolean
  /** Why it was not made, where no field says it. */
  error: Error | null
  submit: () => void
  /** Drops what was typed. */
  discard: () => void
}

export interface NewConnectionInput {
  viewer: SsoViewer
  connections: readonly SsoConnection[]
  projectLimits: AllowedProtocols
}

/**
 * The model of making a connection. The choice is in the address, what is typed in the browser, until the connection is
 * there; then the guide opens, or the page of an external one. However often it is asked for, it is made once.
 *
 * @rbac stytch.sso create
 */
export function useNewConnection(input: NewConnectionInput): NewConnectionModel {
  const { viewer, connections, projectLimits } = input
  const navigation = useSsoNavigation()
  const { address } = navigation
  const ended = useContext(KeptContext) !== null
  const create = useCreate()
  const [draft, setDraft] = useStoredPreference('sso-new', readNewConnection)
  const sending = useRef(false)
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<{ of: string; error: Error } | null>(null)

  const choice = readChoice(address.screen === 'new' ? address.choice : null) ?? draft.choice
  const card = choice === null ? null : cardOf(choice)
  const protocol = readGuideId(choice)?.protocol ?? null
  const suggested = useSuggestedName(card, connections)
  const name = draft.name ?? suggested
  const nameProblem = displayNameProblem(name)
  const ids = trimmedIds(draft)
  // What the API said is about what was sent; it is gone with the next key.
  const request = JSON.stringify([choice, cleanDisplayName(name), choice === 'external' && ids])
  const error = failure?.of === request ? failure.error : null
  const refused = isApiError(error) ? refusedExternal(error.error_type) : null
  const found = checkExternal(ids, {
    organizationId: viewer.organization?.organization_id,
    externalIds: connections.flatMap((one) =>
      one.protocol === 'external' ? [one.external_connection_id] : [],
    ),
  })

  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, choice, ...part })
  const choose = (next: NewChoice) => {
    change({ choice: next })
    navigation.replace({ screen: 'new', choice: next })
  }
  const send = async (what: NewChoice) => {
    sending.current = true
    setBusy(true)
    setFailure(null)
    try {
      const next = await create(what, cleanDisplayName(name), ids)
      setDraft(NOTHING_TYPED)
      navigation.replace(next)
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown : new Error(String(thrown))
      setFailure({ of: request, error: reason })
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  const submit = () => {
    setAsked(true)
    if (sending.current || ended || viewer.access.create) return
    if (choice === null || nameProblem !== null) return
    if (protocol === null ? (found.organization ?? found.connection) : !projectLimits[protocol]) {
      return
    }
    void send(choice)
  }

  return {
    card,
    chooseCard: (next) => {
      // Other fields come with it, and nobody has passed over those yet.
      setAsked(false)
      choose(choiceOf(next, projectLimits))
    },
    protocol,
    chooseProtocol: (next) => {
      if (card !== null && card !== 'external') choose(withProtocol(card, next))
    },
    name,
    setName: (next) => change({ name: next }),
    nameProblem: asked || nameProblem?.type === 'too-long' ? nameProblem : null,
    nameTaken: nameProblem === null && isNameTaken(name, connections.map(nameOf)),
    ids: draft,
    setIds: change,
    problems: shownProblems({ ...found, ...refused }, asked),
    swap: isSwapped(found)
      ? () => change({ organizationId: ids.connectionId, connectionId: ids.organizationId })
      : null,
    unchosen: asked && choice === null,
    limited: asked && protocol !== null && !projectLimits[protocol] ? protocol : null,
    busy,
    error: refused === null ? error : null,
    submit,
    discard: () => setDraft(NOTHING_TYPED),
  }
}

/** Makes it, and says where one goes then. */
function useCreate() {
  const saml = useSsoSamlCreateConnection()
  const oidc = useSsoOidcCreateConnection()
  const external = useSsoExternalCreateConnection()
  return async (choice: NewChoice, display_name: string, ids: ExternalIds): Promise<SsoAddress> => {
    const guide = readGuideId(choice)
    if (guide === null) {
      const { connection } = await external.mutateAsync({
        display_name,
        external_organization_id: ids.organizationId,
        external_connection_id: ids.connectionId,
      })
      return { screen: 'connection', connectionId: connection.connection_id, dialog: null }
    }
    const { mutateAsync } = guide.protocol === 'saml' ? saml : oidc
    const { connection } = await mutateAsync({
      display_name,
      identity_provider: identityProviderOf(guide.provider),
    })
    const connectionId = connection.connection_id
    return { screen: 'setup', connectionId, step: null, guide: guide.id }
  }
}

/** Until a name is typed it follows the provider. */
function useSuggestedName(card: NewCard | null, connections: readonly SsoConnection[]): string {
  const { externalName, numbered } = useSsoCreateMessages()
  const { providers } = useSsoMessages()
  if (card === null || card === 'custom-saml' || card === 'custom-oidc') return ''
  const base = card === 'external' ? externalName : providers[card]
  return uniqueName(base, connections.map(nameOf), numbered)
}

const nameOf = ({ display_name }: SsoConnection) => display_name
