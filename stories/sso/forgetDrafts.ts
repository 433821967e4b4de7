/** What another story typed is in the browser still: each begins anew. */
export function forgetDrafts() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('orgportal:sso-')) localStorage.removeItem(key)
  }
}
