import { describe, expect, it } from 'vitest'
import { createLeaveGuard } from '../../src/components/portal/leaveGuard.ts'

const words = (question: string) => ({ question, explanation: '', discard: '', keep: '' })

function start() {
  const guard = createLeaveGuard()
  const told = { count: 0 }
  guard.subscribe(() => (told.count += 1))
  const left: string[] = []
  const leave = (name: string) => guard.request(() => left.push(name))
  return { guard, told, left, leave }
}

describe('the leave guard', () => {
  it('asks nothing while nothing is unsaved', () => {
    const { guard, left, leave } = start()
    leave('a')
    expect(left).toEqual(['a'])
    expect(guard.getQuestion()).toBeNull()
  })

  it('asks once for several, in the words of the last that has some', () => {
    const { guard, left, leave } = start()
    guard.hold(() => words('first?'))
    guard.hold()
    leave('a')
    expect(left).toEqual([])
    expect(guard.getQuestion()?.words?.question).toBe('first?')
    guard.getQuestion()?.leave()
    expect(left).toEqual(['a'])
    expect(guard.isHeld()).toBe(false)
    leave('b')
    expect(left).toEqual(['a', 'b'])
  })

  it('stays for the first request when a second one is asked', () => {
    const { guard } = start()
    const answers: string[] = []
    guard.hold()
    guard.request(
      () => answers.push('left 1'),
      () => answers.push('stayed 1'),
    )
    guard.request(
      () => answers.push('left 2'),
      () => answers.push('stayed 2'),
    )
    expect(answers).toEqual(['stayed 1'])
    guard.getQuestion()?.stay()
    expect(answers).toEqual(['stayed 1', 'stayed 2'])
    expect(guard.isHeld()).toBe(true)
  })

  it('lets one move about while work goes on in the part, and tells the host of it', () => {
    const { guard, told, left, leave } = start()
    const release = guard.holdPart()
    expect(told.count).toBe(1)
    expect([guard.isHeld(), guard.isPartHeld()]).toEqual([false, true])
    leave('a')
    expect(left).toEqual(['a'])
    // What is unsaved is asked for, and leaving it does not end the work.
    guard.hold()
    leave('b')
    guard.getQuestion()?.leave()
    expect(left).toEqual(['a', 'b'])
    expect(guard.isPartHeld()).toBe(true)
    release()
    release()
    expect(guard.isPartHeld()).toBe(false)
  })

  it('counts each work of its own', () => {
    const { guard } = start()
    const [one, other] = [guard.holdPart(), guard.holdPart()]
    one()
    one()
    expect(guard.isPartHeld()).toBe(true)
    other()
    expect(guard.isPartHeld()).toBe(false)
  })
})
