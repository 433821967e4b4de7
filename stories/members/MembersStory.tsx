import type { Meta } from '@storybook/react-vite'
import {
  AdminPortalMemberManagement,
  type AdminPortalMemberManagementProps,
} from 'orgportal/components'
import { PartStory, partStory, type PartStoryArgs } from '../PartStory.tsx'

export interface MembersStoryArgs extends PartStoryArgs {
  config?: AdminPortalMemberManagementProps['config']
  slots?: AdminPortalMemberManagementProps['slots']
}

/** What every story of the member management has in common: the real part over the real client on an emulator of its own. */
export const membersStory = {
  ...partStory,
  args: { seed: 'sample', persona: 'admin' },
  render: ({ params, config, slots }, { loaded }) => (
    <PartStory loaded={loaded} params={params}>
      {(location) => (
        <AdminPortalMemberManagement location={location} config={config} slots={slots} />
      )}
    </PartStory>
  ),
  argTypes: { ...partStory.argTypes, config: { control: false }, slots: { control: false } },
} satisfies Omit<Meta<MembersStoryArgs>, 'title'>
