'use client'
import type { Locale } from '../../../client/types.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { Card } from '../../ui/Card.tsx'
import { RadioGroup } from '../../ui/ChoiceCards.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { expiryMinutes, type Expiry } from './expiry.ts'
import type { InvitationForm } from './useInvitation.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface InvitationOptionsCardProps {
  form: InvitationForm
  /** The organization does not allow invitations. */
  off: boolean
}

/** How they join: by mail or without, for how long the mail is good, in which language. */
export function InvitationOptionsCard({ form, off }: InvitationOptionsCardProps) {
  const { options: words } = useInviteMessages()
  const { options, changeOptions } = form
  return (
    <Card title={words.title}>
      <div data-part="invite-options">
        <RadioGroup
          legend={words.delivery}
          choices={[
            {
              value: 'invite',
              title: words.invite,
              description: off ? words.inviteOff : words.inviteHint,
              disabled: off,
            },
            { value: 'add', title: words.add, description: words.addHint },
          ]}
          value={options.delivery}
          onValueChange={(delivery) => changeOptions({ delivery })}
        />
        {options.delivery === 'add' ? (
          <RadioGroup
            legend={words.start}
            choices={[
              { value: 'active', title: words.active, description: words.activeHint },
              { value: 'pending', title: words.pending, description: words.pendingHint },
            ]}
            value={options.start}
            onValueChange={(start) => changeOptions({ start })}
          />
        ) : (
          <div data-part="invite-mail">
            <ExpiryField form={form} />
            <LocaleField form={form} />
          </div>
        )}
      </div>
    </Card>
  )
}

interface FormProps {
  form: InvitationForm
}

function ExpiryField({ form: { options, changeOptions } }: FormProps) {
  const { options: words } = useInviteMessages()
  const { expiry } = options
  const change = (part: Partial<Expiry>) => changeOptions({ expiry: { ...expiry, ...part } })
  const wrong = expiryMinutes(expiry) === null
  return (
    <div data-part="invite-expiry" data-invitee="expiry">
      <Field label={words.expiry}>
        <Select
          value={expiry.choice}
          options={CHOICES.map((value) => ({ value, label: words.expiries[value] }))}
          onValueChange={(value) => {
            const choice = CHOICES.find((candidate) => candidate === value)
            if (choice) change({ choice })
          }}
        />
      </Field>
      {expiry.choice === 'custom' && (
        <div data-part="invite-amount">
          <Field label={words.amount} error={wrong && words.expiryProblem}>
            <TextInput
              inputMode="numeric"
              value={expiry.amount}
              onValueChange={(amount) => change({ amount })}
            />
          </Field>
          <Field label={words.unit}>
            <Select
              value={expiry.unit}
              options={UNITS.map((value) => ({ value, label: words.units[value] }))}
              onValueChange={(value) => {
                const unit = UNITS.find((candidate) => candidate === value)
                if (unit) change({ unit })
              }}
            />
          </Field>
        </div>
      )}
    </div>
  )
}

const CHOICES: readonly Expiry['choice'][] = ['hour', 'day', 'week', 'custom']
const UNITS: readonly Expiry['unit'][] = ['minutes', 'hours', 'days']

function LocaleField({ form: { options, changeOptions } }: FormProps) {
  const { options: words } = useInviteMessages()
  const { inviteLocales = LOCALES } = useMembersConfig()
  const shownIn = useLocale()
  if (inviteLocales.length < 2) return null
  const names = new Intl.DisplayNames([shownIn], { type: 'language' })
  return (
    <Field label={words.locale}>
      <Select
        value={options.locale ?? ''}
        options={[
          { value: '', label: words.projectLocale },
          ...inviteLocales.map((locale) => ({ value: locale, label: names.of(locale) ?? locale })),
        ]}
        onValueChange={(locale) => changeOptions({ locale: locale || null })}
      />
    </Field>
  )
}

const LOCALES: readonly Locale[] = ['en', 'es', 'pt-br', 'fr']
