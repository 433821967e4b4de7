/** Texts of one member's page: how the member signs in, second factors, apps and sessions. */
export const memberSignIn = {
  methods: 'Sign-in methods',
}
