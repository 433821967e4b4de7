/** Texts of the SSO part: see the folder of the same name. */
export const ssoFindings = {}
