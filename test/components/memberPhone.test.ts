import { describe, expect, it } from 'vitest'
import {
  callingCodesOf,
  phoneCountries,
  trunkPrefixOf,
} from '../../src/components/members/signIn/callingCodes.ts'
import {
  enterPhone,
  formatPhone,
  phoneProblem,
  toE164,
} from '../../src/components/members/signIn/phoneNumber.ts'

const nothing = { country: '', national: '' }

describe('the table of calling codes', () => {
  it('has each country once, with codes that are digits', () => {
    expect(new Set(phoneCountries).size).toBe(phoneCountries.length)
    expect(phoneCountries.length).toBeGreaterThan(230)
    for (const country of phoneCountries) {
      expect(country).toMatch(/^[A-Z]{2}$/)
      for (const code of callingCodesOf(country)) expect(code).toMatch(/^[1-9]\d{0,3}$/)
    }
  })

  it('is read without doubt: no code is the beginning of another, but in North America', () => {
    const codes = [...new Set(phoneCountries.flatMap(callingCodesOf))]
    const begun = codes.filter(
      (code) =>
        !code.startsWith('1') && codes.some((other) => other !== code && other.startsWith(code)),
    )
    expect(begun).toEqual([])
  })

  it('names countries that Intl knows', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region' })
    expect(phoneCountries.filter((country) => names.of(country) === country)).toEqual([])
  })

  it('does not know countries that do not exist', () => {
    expect(callingCodesOf('ZZ')).toEqual([])
    expect(trunkPrefixOf('ZZ')).toBeNull()
  })
})

describe('toE164', () => {
  it.each([
    ['SE', '070-174 06 05', '+46701740605'],
    ['SE', '701740605', '+46701740605'],
    ['GB', '(020) 7946 0958', '+442079460958'],
    ['DE', '030/901820', '+4930901820'],
    // Italy keeps the 0, Spain and Denmark have none.
    ['IT', '06 6982', '+39066982'],
    ['ES', '612 345 678', '+34612345678'],
    ['HU', '06 30 123 4567', '+36301234567'],
    // In Russia 8 is dialled before ten digits, but 812 is an area.
    ['RU', '8 912 345-67-89', '+79123456789'],
    ['RU', '812 345-67-89', '+78123456789'],
    ['BY', '8 029 123 45 67', '+375291234567'],
    ['US', '(202) 555-0123', '+12025550123'],
    ['US', '1 202 555 0123', '+12025550123'],
    ['BS', '242 555 0123', '+12425550123'],
    ['BS', '555 0123', '+12425550123'],
    ['DO', '829 555 0123', '+18295550123'],
  ])('of %s %s is %s', (country, national, number) => {
    expect(toE164({ country, national })).toBe(number)
  })

  it('is always what the API takes, or null', () => {
    const inputs = [
      '0',
      '07',
      '0701740605',
      '1',
      '12345678901234567890',
      '00',
      '+',
      '',
      'abc',
      '5'.repeat(14),
    ]
    for (const country of [...phoneCountries, '', 'ZZ']) {
      for (const national of inputs) {
        const number = toE164({ country, national })
        if (number !== null) expect(number).toMatch(/^\+[1-9]\d{6,14}$/)
        expect(number === null).toBe(phoneProblem({ country, national }) !== null)
      }
    }
  })
})

describe('phoneProblem', () => {
  it.each([
    ['SE', ' ', 'empty'],
    ['', '0701740605', 'country'],
    ['SE', '+999 123456', 'country'],
    ['SE', '070-FLOWERS', 'characters'],
    ['SE', '0701', 'tooShort'],
    ['SE', '07017406051234567', 'tooLong'],
    ['SE', '070 174 06 05', null],
  ])('of %s "%s" is %s', (country, national, problem) => {
    expect(phoneProblem({ country, national })).toBe(problem)
  })
})

describe('enterPhone', () => {
  it('keeps what is typed as it is dialled in the country', () => {
    expect(enterPhone({ country: 'SE', national: '' }, '070-1')).toEqual({
      country: 'SE',
      national: '070-1',
    })
  })

  it.each(['+49 30 901820', '0049 30 901820', ' +49 (0)30 901820'])(
    'takes the country from %s',
    (text) => {
      const entry = enterPhone({ country: 'SE', national: '' }, text)
      expect(entry.country).toBe('DE')
      expect(toE164(entry)).toBe('+4930901820')
    },
  )

  it('keeps a country that has the code too, else takes the main one', () => {
    expect(enterPhone({ country: 'CA', national: '' }, '+1 416 555 0123').country).toBe('CA')
    expect(enterPhone(nothing, '+1 416 555 0123').country).toBe('US')
    expect(enterPhone({ country: 'JE', national: '' }, '+44 1534 123456').country).toBe('JE')
    expect(enterPhone({ country: 'FR', national: '' }, '+44 1534 123456').country).toBe('GB')
  })

  it('tells the islands of the Caribbean by their area', () => {
    const entry = enterPhone(nothing, '+1 829 555 0123')
    expect(entry.country).toBe('DO')
    expect(toE164(entry)).toBe('+18295550123')
  })

  it('comes to the same number key by key as at once, for every country', () => {
    for (const country of phoneCountries) {
      for (const code of callingCodesOf(country)) {
        const number = `+${code}${code.length === 4 ? '5550123' : '2345678'}`
        const atOnce = enterPhone(nothing, number)
        let typed = nothing
        for (const key of number) {
          typed = enterPhone(typed, typed.national + key)
        }
        expect(toE164(atOnce)).toBe(number)
        expect(toE164(typed)).toBe(number)
      }
    }
  })
})

describe('formatPhone', () => {
  it.each([
    ['+46701740605', '+46 701 740 605'],
    ['+12025550123', '+1 202 555 0123'],
    ['+12425550123', '+1 242 555 0123'],
    ['0701740605', '0701740605'],
    ['', ''],
  ])('shows %s as %s', (number, shown) => {
    expect(formatPhone(number)).toBe(shown)
  })

  it('loses no digit of any country', () => {
    for (const code of phoneCountries.flatMap(callingCodesOf)) {
      const number = `+${code}2345678`
      expect(formatPhone(number).replaceAll(' ', '')).toBe(number)
    }
  })
})
