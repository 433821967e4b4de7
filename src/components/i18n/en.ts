import { scim } from './en/scim.ts'
import { scimGuides } from './en/scimGuides.ts'
import { ui } from './en/ui.ts'

/** All English texts. Parts import the sections they use, so that no chunk carries another's texts. */
export const en = { ui, scim, scimGuides }
