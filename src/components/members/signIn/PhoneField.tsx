'use client'
import { useMemo } from 'react'
import { useLocale } from '../../portal/PortalContext.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { callingCodesOf, phoneCountries } from './callingCodes.ts'
import { enterPhone, toE164, type PhoneEntry, type PhoneProblem } from './phoneNumber.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'

export interface PhoneFieldProps {
  value: PhoneEntry
  onValueChange: (entry: PhoneEntry) => void
  problem: PhoneProblem | null
}

/** A phone number: country by name, and the number as it is dialled there. A pasted `+46 …` sets the country. */
export function PhoneField({ value, onValueChange, problem }: PhoneFieldProps) {
  const { phone } = useMemberSignInMessages()
  const countries = useCountryOptions()
  const number = toE164(value)
  return (
    <div data-part="member-phone-field">
      <Field label={phone.country}>
        <Select
          placeholder={phone.countryMissing}
          options={countries}
          value={value.country}
          onValueChange={(country) => onValueChange({ ...value, country })}
        />
      </Field>
      <Field
        label={phone.number}
        hint={number === null ? phone.hint : phone.preview(number)}
        error={problem && phone.problem[problem]}
      >
        <TextInput
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={value.national}
          onValueChange={(text) => onValueChange(enterPhone(value, text))}
        />
      </Field>
    </div>
  )
}

/** All countries by their name in the portal's locale, in its order. */
function useCountryOptions() {
  const locale = useLocale()
  const { countryOption } = useMemberSignInMessages().phone
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' })
    return phoneCountries
      .map((country) => ({ country, name: names.of(country) ?? country }))
      .sort((one, other) => one.name.localeCompare(other.name, locale))
      .map(({ country, name }) => ({
        value: country,
        label: countryOption(name, callingCodesOf(country)[0] ?? ''),
      }))
  }, [locale, countryOption])
}
