/** The words of the guides by their ids, each loaded with its guide. */
export const ssoGuides = {}
