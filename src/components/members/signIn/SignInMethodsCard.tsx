'use client'
import type { AuthMethod } from '../../../client/types.ts'
import { formatList } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { ConfirmWrite } from '../profile/ConfirmWrite.tsx'
import type { MemberCardProps } from '../profile/memberCard.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import { PasswordRow } from './PasswordRow.tsx'
import { RegistrationRows } from './RegistrationRows.tsx'
import type { SignInWays } from '../../portal/signInWays.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'
import { useSignInMethods, type SignInMethodsModel } from './useSignInMethods.ts'

/** How a member proves who they are: what they have of what the organization allows, password, and break-glass. */
export function SignInMethodsCard({ member, viewer, access }: MemberCardProps) {
  const { methods } = useMemberSignInMessages()
  const model = useSignInMethods(member, viewer)
  const name = memberLabel(member)
  return (
    <Card
      title={methods.title}
      description={methods.hint(name)}
      data-state={model.state ?? 'loading'}
    >
      <Standing model={model} name={name} />
      <Rows>
        {model.ways && <WaysRow ways={model.ways} />}
        <PasswordRow
          member={member}
          password={model.password}
          ways={model.ways}
          editable={model.editable}
          denied={access.deletePassword}
        />
        <RegistrationRows member={member} organization={viewer.organization} />
      </Rows>
      <Breakglass model={model} name={name} denied={access.breakglass} />
    </Card>
  )
}

function Standing({ model, name }: { model: SignInMethodsModel; name: string }) {
  const { methods } = useMemberSignInMessages()
  const namesOf = useMethodNames()
  const { organizationSettingsURL } = useMembersConfig()
  const { state, ways } = model
  return (
    <>
      {state === 'never' && (
        <Callout
          tone="danger"
          title={methods.never.title(name)}
          actions={
            organizationSettingsURL && (
              <Link href={organizationSettingsURL}>{methods.never.settings}</Link>
            )
          }
        >
          {methods.never.hint}
        </Callout>
      )}
      {state === 'not-yet' && ways && (
        <Callout tone="warning" title={methods.notYet.title(name)}>
          {ways.later.includes('password')
            ? methods.notYet.password
            : methods.notYet.other(namesOf(ways.later))}
        </Callout>
      )}
    </>
  )
}

function WaysRow({ ways }: { ways: SignInWays }) {
  const { methods } = useMemberSignInMessages()
  const locale = useLocale()
  const namesOf = useMethodNames()
  const { policy, ready, later, impossible } = ways
  return (
    <Row label={methods.usable} hint={methods.usableHint[policy]}>
      <span data-part="member-ways">
        {ready.length > 0 ? formatList(locale, namesOf(ready)) : methods.nothingYet}
      </span>
      {later.length > 0 && <p data-part="hint">{methods.later(namesOf(later))}</p>}
      {impossible.length > 0 && <p data-part="hint">{methods.impossible}</p>}
    </Row>
  )
}

function Breakglass({
  model: { breakglass, editable },
  name,
  denied,
}: {
  model: SignInMethodsModel
  name: string
  denied: MemberCardProps['access']['breakglass']
}) {
  const { breakglass: messages } = useMemberSignInMessages()
  return (
    <div data-part="member-switch">
      <Switch
        label={messages.label}
        hint={messages.hint}
        checked={breakglass.on}
        disabled={!editable}
        denied={denied}
        aria-busy={breakglass.busy || undefined}
        onCheckedChange={breakglass.set}
      />
      <SaveFailed title={messages.failed} error={breakglass.error} />
      <ConfirmWrite
        confirmation={breakglass.confirmation}
        title={messages.title(name)}
        confirmLabel={messages.confirm}
        failed={messages.failed}
      >
        <p>{messages.explanation}</p>
      </ConfirmWrite>
    </div>
  )
}

/** The names of sign-in methods; one that is not known here is called as in the API. */
function useMethodNames(): (methods: readonly AuthMethod[]) => string[] {
  const { names } = useMemberSignInMessages().methods
  const isKnown = (method: string): method is keyof typeof names => method in names
  return (methods) => methods.map((method) => (isKnown(method) ? names[method] : method))
}
