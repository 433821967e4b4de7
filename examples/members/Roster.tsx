import { memberLabel, PortalRoot, useMemberListModel } from 'orgportal/components'

function List() {
  const { list, total, paging } = useMemberListModel()
  if (list.type !== 'page') return <p>{list.type}</p>
  return (
    <>
      <p>
        {list.from} to {list.to} of {total}
      </p>
      <ul>
        {list.members.map((member) => (
          <li key={member.member_id}>{memberLabel(member)}</li>
        ))}
      </ul>
      <button type="button" disabled={!paging.hasNext} onClick={paging.next}>
        Next
      </button>
    </>
  )
}

/** The place is kept in the address by `PortalRoot`; the markup is your own. */
export function Roster() {
  return (
    <PortalRoot>
      <List />
    </PortalRoot>
  )
}
