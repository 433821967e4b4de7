import type { Meta } from '@storybook/react-vite'
import { AdminPortalSSO, type AdminPortalSSOProps } from 'orgportal/components'
import { PartStory, partStory, type PartStoryArgs } from '../PartStory.tsx'

export interface SsoStoryArgs extends PartStoryArgs {
  config?: AdminPortalSSOProps['config']
  slots?: AdminPortalSSOProps['slots']
}

/** What every SSO story has in common: the real part over the real client on an emulator of its own. */
export const ssoStory = {
  ...partStory,
  args: { seed: 'sample', persona: 'admin' },
  render: ({ params, config, slots }, { loaded }) => (
    <PartStory loaded={loaded} params={params}>
      {(location) => <AdminPortalSSO location={location} config={config} slots={slots} />}
    </PartStory>
  ),
  argTypes: { ...partStory.argTypes, config: { control: false }, slots: { control: false } },
} satisfies Omit<Meta<SsoStoryArgs>, 'title'>
