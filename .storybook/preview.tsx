import { afterEach as checkAccessibility } from '@storybook/addon-a11y/preview'
import type { Decorator, Preview } from '@storybook/react-vite'
import { useLayoutEffect } from 'react'
import type { ReactNode } from 'react'
import 'orgportal/styles.css'
import './preview.css'

/** The page takes the theme on, as a host with a theme switch would; parts with `theme="auto"` follow it. */
function Page({ theme, children }: { theme: string; children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return <>{children}</>
}

const withTheme: Decorator = (Story, { globals }) => (
  <Page theme={String(globals['theme'])}>
    <Story />
  </Page>
)

/** In a test what the story left on the screen is checked in this theme too, without playing it again. */
const checkInOtherTheme: NonNullable<Preview['afterEach']> = async (context) => {
  const { theme, otherTheme } = context.globals
  if (typeof otherTheme !== 'string') return
  const page = document.documentElement.dataset
  page['theme'] = otherTheme
  try {
    await checkAccessibility(context)
  } finally {
    // The next story may be put into the same root, and would not set it again.
    page['theme'] = String(theme)
  }
}

const preview: Preview = {
  afterEach: checkInOtherTheme,
  decorators: [withTheme],
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { expanded: true },
    options: { storySort: { order: ['Portal', 'SCIM', 'ui'] } },
  },
  initialGlobals: { theme: 'light' },
  globalTypes: {
    theme: {
      description: 'Theme of the page',
      toolbar: {
        title: 'Theme',
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
  },
}

export default preview
