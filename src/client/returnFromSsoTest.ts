/**
 * On the page that people come back to from their identity provider: whether this is the window of a test sign-in
 * (`AdminPortalSSO`). If so the token of the address is handed over to the portal unspent, and the window closes: leave
 * it alone. Only for hosts that sign in with another client; `authenticateByUrl` does the same by itself.
 *
 * @example if (!(await returnFromSsoTest())) await otherClient.sso.authenticate({ … })
 */
export async function returnFromSsoTest(): Promise<boolean> {
  // On demand: it is in the chunk that takes tokens.
  const { handOverSsoTestOfPage } = await import('./ssoTestReturn.ts')
  return handOverSsoTestOfPage()
}
