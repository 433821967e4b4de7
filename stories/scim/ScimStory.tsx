import type { Meta } from '@storybook/react-vite'
import { AdminPortalSCIM, type AdminPortalSCIMProps } from 'orgportal/components'
import { PartStory, partStory, type PartStoryArgs } from '../PartStory.tsx'

export interface ScimStoryArgs extends PartStoryArgs {
  config?: AdminPortalSCIMProps['config']
}

/** What every SCIM story has in common: the real part over the real client on an emulator of its own. */
export const scimStory = {
  ...partStory,
  args: { seed: 'scim', persona: 'admin' },
  render: ({ params, config }, { loaded }) => (
    <PartStory loaded={loaded} params={params}>
      {(location) => <AdminPortalSCIM location={location} config={config} />}
    </PartStory>
  ),
  argTypes: { ...partStory.argTypes, config: { control: false } },
} satisfies Omit<Meta<ScimStoryArgs>, 'title'>
