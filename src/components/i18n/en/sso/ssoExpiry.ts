import { plural } from '../../format.ts'

/** What the list says of certificates that end soon. Small: it is in the first chunk. */
export const ssoExpiry = {
  expires: (days: number) =>
    days < 1
      ? 'Expires today'
      : plural('en', days, {
          one: 'Expires in # day',
          other: 'Expires in # days',
        }),
  expired: 'Expired',
}
