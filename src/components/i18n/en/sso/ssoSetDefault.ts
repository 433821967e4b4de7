/** Texts of making a connection the default from the list, which says so in a toast. */
export const ssoSetDefault = {
  isDefault: (name: string) => `${name} is the default connection now.`,
  undo: 'Undo',
  notUndone: (name: string) => `This could not be undone: ${name} is still the default connection.`,
}
