import { plural } from '../../format.ts'

/** What the list says of certificates that end soon. Small: it is in the first chunk. */
export const ssoExpiry = {
  expires: (days: number) =>
    days < 1
      ? 'Certificate expires today'
      : plural('en', days, {
          one: 'Certificate expires in # day',
          other: 'Certificate expires in # days',
        }),
  expired: 'Certificate expired',
}
