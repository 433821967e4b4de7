import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig } from 'vite'
import { aliases } from '../vite.aliases.ts'

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: '@storybook/react-vite',
  core: {
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    enableCrashReports: false,
    builder: {
      name: '@storybook/builder-vite',
      // The library's own vite.config.ts builds the package; stories need none of it.
      options: { viteConfigPath: '.storybook/vite.config.ts' },
    },
  },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      resolve: { alias: aliases },
      // Known beforehand, so that no test is reloaded when one of them is met for the first time.
      optimizeDeps: {
        include: [
          '@radix-ui/react-dialog',
          '@tanstack/react-query',
          '@testing-library/react',
          'hono',
          'hono/cors',
          'jose',
          'react-dom',
          'react-dom/client',
          'scim2-parse-filter',
          'zustand/vanilla',
        ],
      },
      // Below these `light-dark()` would be rewritten, and stories should show what is shipped.
      build: { cssTarget: ['chrome123', 'firefox128', 'safari17.5'] },
    }),
}

export default config
