import { hashKey } from '@tanstack/react-query'

/**
 * Shares the answer of a call while the same call is on its way. What one signs in with is good once, and an effect that
 * signs in runs twice in React's StrictMode: the second call would be refused, and its error be what is shown.
 */
export function sendOnce<TAnswer, TVariables>(
  send: (variables: TVariables) => Promise<TAnswer>,
): (variables: TVariables) => Promise<TAnswer> {
  let underway: { hash: string; answer: Promise<TAnswer> } | undefined
  return (variables) => {
    const hash = hashKey([variables])
    if (underway?.hash === hash) return underway.answer
    const sent = { hash, answer: send(variables).finally(end) }
    function end() {
      if (underway === sent) underway = undefined
    }
    underway = sent
    return sent.answer
  }
}
