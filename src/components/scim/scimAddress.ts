/** Where one is inside the SCIM part, as the location adapter keeps it. */
export type ScimAddress =
  | { screen: 'connection'; dialog: ScimDialog | null }
  | { screen: 'new' }
  | { screen: 'setup'; step: string | null; dialog: ScimDialog | null }

export type ScimDialog = (typeof dialogs)[number]

const dialogs = ['rotate', 'cancel-rotation', 'delete'] as const

/** The parameters of the address that belong to this part. */
export type ScimParams = Record<'screen' | 'step' | 'dialog', string | undefined>

/** Reads an address; what makes no sense in it is passed over, so an old link still opens the part. */
export function readScimAddress(params: Readonly<Record<string, string>>): ScimAddress {
  const dialog = oneOf(dialogs, params['dialog'])
  switch (params['screen']) {
    case 'new':
      return { screen: 'new' }
    case 'setup':
      return { screen: 'setup', step: params['step'] ?? null, dialog }
    default:
      return { screen: 'connection', dialog }
  }
}

/** The parameters of an address; the plain connection page has none. */
export function scimParams(address: ScimAddress): ScimParams {
  const none: ScimParams = { screen: undefined, step: undefined, dialog: undefined }
  switch (address.screen) {
    case 'new':
      return { ...none, screen: 'new' }
    case 'setup':
      return {
        ...none,
        screen: 'setup',
        step: address.step ?? undefined,
        dialog: address.dialog ?? undefined,
      }
    case 'connection':
      return { ...none, dialog: address.dialog ?? undefined }
  }
}

function oneOf<const Value extends string>(
  values: readonly Value[],
  text: string | undefined,
): Value | null {
  return values.find((value) => value === text) ?? null
}
