/**
 * What reads and checks what is pasted, loaded when the first thing is there to read.
 *
 * @example const { readCertificates } = await loadReaders()
 */
export const loadReaders = () => import('./readers.ts').then((file) => file.readers)
