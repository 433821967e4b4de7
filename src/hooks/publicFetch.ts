/**
 * The browser's `fetch`, for what others publish to everybody, such as an issuer's document. Nothing of the session goes along.
 */
export { globalFetch as publicFetch } from '../client/request.ts'
