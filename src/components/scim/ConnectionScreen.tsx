'use client'
import { PartFrame } from '../portal/PartFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { lazyWhenOpen } from '../ui/lazyWhenOpen.tsx'
import { useToast } from '../ui/Toast.tsx'
import { ConnectionDetails } from './ConnectionDetails.tsx'
import { DangerZone } from './DangerZone.tsx'
import { GroupRolesCard } from './GroupRolesCard.tsx'
import { Provisioning } from './Provisioning.tsx'
import { KeptNotice } from '../portal/KeptNotice.tsx'
import { TokenCard } from './TokenCard.tsx'
import { useArrivalAnnouncements } from './useArrivalAnnouncements.ts'
import { useConnectionDeletion } from './useConnectionDeletion.ts'
import { useConnectionDetails } from './useConnectionDetails.ts'
import type { ConnectionSecrets } from './useConnectionSecrets.ts'
import { useGroupRoles } from './useGroupRoles.ts'
import { useScimMessages } from './useScimMessages.ts'
import { dialogOf, type ScimNavigation } from './useScimNavigation.ts'
import type { ScimPage } from './useScimPortal.ts'
import type { OnDeleting, ShownScreens } from './useShownScreens.ts'
import { useRotationDialogs } from './useRotationDialogs.tsx'

const DeleteConnectionDialog = lazyWhenOpen(() =>
  import('./DeleteConnectionDialog.tsx').then((file) => file.DeleteConnectionDialog),
)

export interface ConnectionScreenProps {
  page: ScimPage
  session: ShownScreens['session']
  secrets: ConnectionSecrets
  navigation: ScimNavigation
  onDeleting: OnDeleting
}

/** The connection with everything that can be done with it. */
export function ConnectionScreen(props: ConnectionScreenProps) {
  const { page, session, secrets, navigation, onDeleting } = props
  const messages = useScimMessages()
  const toast = useToast()
  const { connection, groups, members, arrival, viewer } = page
  const details = useConnectionDetails(connection)
  const groupRoles = useGroupRoles(page)
  const { rotation, startRef, dialogs } = useRotationDialogs({
    page,
    secrets,
    navigation,
  })
  const deletion = useConnectionDeletion({
    connection,
    members,
    onDeleting,
    onDeleted: ({ display_name: name }) => {
      toast({ text: messages.danger.deleted(name) })
      navigation.replace({ screen: 'connection', dialog: null })
    },
  })
  useArrivalAnnouncements(page)

  return (
    <PartFrame
      title={messages.title}
      description={messages.purpose}
      screen="connection"
      action={
        <Button onClick={() => navigation.go({ screen: 'setup', step: null, dialog: null })}>
          {messages.page.guide}
        </Button>
      }
    >
      <KeptNotice />
      <ConnectionDetails
        connection={connection}
        state={details}
        denied={viewer.access.update}
        session={session}
      />
      <Provisioning
        connection={connection}
        arrival={arrival}
        groups={groups}
        members={members}
        searchDenied={viewer.access.searchMembers}
      />
      <GroupRolesCard
        state={groupRoles}
        page={page}
        denied={viewer.access.groupRoles}
        session={session}
      />
      <TokenCard
        rotation={rotation}
        startRef={startRef}
        denied={viewer.access.update}
        onRotate={() => navigation.openDialog('rotate')}
        onCancelRotation={() => navigation.openDialog('cancel-rotation')}
      />
      <DangerZone denied={viewer.access.delete} onDelete={() => navigation.openDialog('delete')} />
      {dialogs}
      <DeleteConnectionDialog
        open={dialogOf(navigation.address) === 'delete' && viewer.access.delete === undefined}
        onClose={() => {
          deletion.reset()
          navigation.closeDialog()
        }}
        connection={connection}
        groups={groups}
        members={members}
        deletion={deletion}
      />
    </PartFrame>
  )
}
