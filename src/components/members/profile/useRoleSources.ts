import { useQueryClient } from '@tanstack/react-query'
import type { Member, RoleSource } from '../../../client/types.ts'
import { createNameSource, type NameSource } from '../../../hooks/roleSources.ts'
import { useScimConnectionGroups } from '../../../hooks/scim.ts'
import { useAnswers } from '../../../hooks/useAnswers.ts'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import { useSessionSnapshot } from '../../../hooks/useSessionSnapshot.ts'

/**
 * Names where a member's roles come from: connections by the organization's record, groups by what was read of them.
 * Where the name of a group is not known and the viewer may see groups, they are asked for once.
 *
 * @rbac stytch.scim get, for the names of groups
 */
export function useRoleSources({ roles }: Pick<Member, 'roles'>): NameSource {
  const client = useOrgportalClient()
  const queryClient = useQueryClient()
  const snapshot = useSessionSnapshot()
  const { answers } = useAnswers(QUESTIONS)
  const nameSource = createNameSource(client, queryClient, snapshot)
  const nameless = roles.some(({ sources }) =>
    sources.some((source) => !isNamed(nameSource, source)),
  )
  // Its answer is found in the cache by `nameSource`; this renders again when it is there.
  useScimConnectionGroups(
    { limit: MOST_GROUPS },
    { enabled: nameless && answers.seesGroups.allowed },
  )
  return nameSource
}

const QUESTIONS = { seesGroups: [['stytch.scim', 'get']] } as const

/** As many as the API gives at once. */
const MOST_GROUPS = 1000

function isNamed(nameSource: NameSource, source: RoleSource): boolean {
  const named = nameSource(source)
  return named.type !== 'scim_connection_group' || named.group_name !== named.group_id
}
