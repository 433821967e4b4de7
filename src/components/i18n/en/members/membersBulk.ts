/** Texts of what is done to many members, and of the export. */
export const membersBulk = {
  title: 'Change many members',
}
