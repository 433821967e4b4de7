'use client'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { guideIdOf, guideProtocols, readGuideId, ssoProviders } from '../providers.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import type { GuideChoice } from './useSetupGuide.ts'
import { useSsoSetupMessages } from './useSsoSetupMessages.ts'

/** Whose console the steps are about, where the connection itself does not say. */
export function GuideChoiceField({ choice }: { choice: GuideChoice }) {
  const { guide } = useSsoSetupMessages()
  const { providers } = useSsoMessages()
  const protocol = readGuideId(choice.guideId)?.protocol ?? 'saml'
  return (
    <Field label={guide.label} hint={guide.hint} layout="row">
      <Select
        value={choice.guideId}
        onValueChange={(value) => {
          const next = readGuideId(value)
          if (next) choice.choose(next.id)
        }}
        options={ssoProviders
          .filter((provider) => guideProtocols[provider].includes(protocol))
          .map((provider) => ({
            value: guideIdOf(provider, protocol),
            label: providers[provider],
          }))}
      />
    </Field>
  )
}
