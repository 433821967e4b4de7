import { describe, expectTypeOf, it } from 'vitest'
import type * as hooks from 'orgportal/hooks'
import type { InfiniteReadOptions, ReadOptions, WriteOptions } from 'orgportal/hooks'

type Hooks = typeof hooks

/** Every factory by its full name, `scimQueries.connection`, with the options that it makes. */
type Options = {
  [
    Full in {
      [Namespace in keyof Hooks]: Namespace extends `${string}Queries` | `${string}Mutations`
        ? `${Namespace}.${keyof Hooks[Namespace] & string}`
        : never
    }[keyof Hooks]
  ]: Full extends `${infer Namespace extends keyof Hooks}.${infer Name}`
    ? Name extends keyof Hooks[Namespace]
      ? Hooks[Namespace][Name] extends (...input: never[]) => infer Made
        ? Made
        : never
      : never
    : never
}

type NamesOf<Kind extends string> = Extract<keyof Options, `${string}${Kind}.${string}`>
type Vague<T> = 0 extends 1 & T ? true : unknown extends T ? true : false
/** The names of those whose types say nothing, or whose options are of another kind. */
type VagueReads = {
  [Name in NamesOf<'Queries'>]: Options[Name] extends ReadOptions<infer Data>
    ? Vague<Data> extends true
      ? Name
      : never
    : Options[Name] extends InfiniteReadOptions<infer Page>
      ? Vague<Page> extends true
        ? Name
        : never
      : Name
}[NamesOf<'Queries'>]
type VagueWrites = {
  [Name in NamesOf<'Mutations'>]: Options[Name] extends WriteOptions<infer Answer, infer Variables>
    ? true extends Vague<Answer> | Vague<Variables>
      ? Name
      : never
    : Name
}[NamesOf<'Mutations'>]

// Checked by tsc.
describe('types of options', () => {
  it('are there for every factory, with data and variables that say what they are', () => {
    expectTypeOf<NamesOf<'Queries'>>().extract<'scimQueries.connection'>().not.toBeNever()
    expectTypeOf<NamesOf<'Mutations'>>().extract<'scimMutations.rotateStart'>().not.toBeNever()
    expectTypeOf<Vague<unknown>>().toEqualTypeOf<true>()
    expectTypeOf<VagueReads>().toBeNever()
    expectTypeOf<VagueWrites>().toBeNever()
  })
})
