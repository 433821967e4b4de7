'use client'
import { useContext } from 'react'
import type { ReactNode } from 'react'
import type { Member } from '../../../client/types.ts'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { DateTime } from '../../ui/DateTime.tsx'
import { Field } from '../../ui/Field.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import { ShortId } from '../../ui/ShortId.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { MemberCardProps } from './memberCard.ts'
import { memberDirectory } from './memberDirectory.ts'
import { MemberMetadata } from './MemberMetadata.tsx'
import { useMemberName, type MemberNameEditor } from './useMemberName.ts'
import { useProfileMessages } from './useProfileMessages.ts'

/** What a member is called, and what is known of the membership. */
export function MemberDetails({ member, viewer, access }: MemberCardProps) {
  const { details, directory } = useProfileMessages()
  const state = useMemberName(member)
  const kept = useContext(KeptContext)
  const managedBy = memberDirectory(member, viewer.organization)

  if (member.status === 'deleted') {
    return (
      <Card title={details.title} description={details.hint}>
        <NameAndFacts member={member} />
      </Card>
    )
  }
  const editor = state.type === 'editing' ? state : null
  return (
    <SettingsCard
      title={details.title}
      description={details.hint}
      denied={access.name}
      editing={editor !== null}
      dirty={editor?.differs ?? false}
      saving={editor?.saving ?? false}
      blocked={kept !== null}
      onEdit={() => state.type === 'viewing' && state.edit()}
      onCancel={() => editor?.cancel()}
      onSave={() => editor?.save()}
      saved={state.type === 'viewing' && state.justSaved && details.saved(member.name)}
      preview={<SaveBlocked />}
      error={editor && <SaveFailed title={details.failed} error={editor.error} kept />}
      form={
        editor && (
          <>
            <NameField editor={editor} stored={member.name} />
            {managedBy && <p data-part="hint">{directory.details(managedBy.name)}</p>}
            <Facts member={member} />
          </>
        )
      }
    >
      <NameAndFacts member={member} />
    </SettingsCard>
  )
}

function NameField({ editor, stored }: { editor: MemberNameEditor; stored: string }) {
  const { details } = useProfileMessages()
  return (
    <>
      {editor.changedMeanwhile && (
        <Callout
          tone="warning"
          announce="status"
          actions={
            <Button size="small" onClick={editor.takeTheirs}>
              {details.takeTheirs}
            </Button>
          }
        >
          {details.changed(stored)}
        </Callout>
      )}
      <Field label={details.name} hint={details.nameHint} layout="row">
        <TextInput value={editor.name} onValueChange={editor.setName} />
      </Field>
    </>
  )
}

function NameAndFacts({ member }: { member: Member }) {
  const { details } = useProfileMessages()
  return (
    <Facts member={member}>
      <Row label={details.name}>
        {member.name || <span data-part="hint">{details.noName}</span>}
      </Row>
    </Facts>
  )
}

/** What stays where it is while the name is edited. */
function Facts({ member, children }: { member: Member; children?: ReactNode }) {
  const { details, metadata } = useProfileMessages()
  return (
    <Rows>
      {children}
      <Row label={details.memberId}>
        <ShortId value={member.member_id} label={details.memberId} />
      </Row>
      {member.external_id && (
        <Row label={details.externalId} hint={details.externalIdHint}>
          <ShortId value={member.external_id} label={details.externalId} />
        </Row>
      )}
      <Row label={details.created}>
        <DateTime value={member.created_at} />
      </Row>
      <Row label={details.updated}>
        <DateTime value={member.updated_at} />
      </Row>
      <Row label={metadata.trusted} hint={metadata.trustedHint}>
        <MemberMetadata metadata={member.trusted_metadata} />
      </Row>
      <Row label={metadata.untrusted} hint={metadata.untrustedHint}>
        <MemberMetadata metadata={member.untrusted_metadata} />
      </Row>
    </Rows>
  )
}
