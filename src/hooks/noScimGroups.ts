import type { ReadData } from './readData.ts'

/** The one page of a connection that has no groups, or of no connection. */
export const NO_SCIM_GROUPS: ReadData['scim.connectionGroups'] = {
  scim_groups: [],
  next_cursor: null,
}
