import { useScimConnection, useScimRotateStart } from 'orgportal/hooks'

// #region token
export function DirectoryToken() {
  const { data: connection } = useScimConnection()
  const rotate = useScimRotateStart()
  if (!connection) return null
  if (rotate.data) {
    return (
      <>
        <output>{rotate.data.connection.next_bearer_token}</output>
        <button onClick={rotate.reset}>I have copied it</button>
      </>
    )
  }
  return (
    <>
      <p>Token: ••••{connection.bearer_token_last_four}</p>
      <button onClick={() => rotate.mutate(connection.connection_id)}>New token</button>
    </>
  )
}
// #endregion
