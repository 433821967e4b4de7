import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArgs, findChromium } from './scripts/chromium.ts'

/** Every story: its play function, then axe on what it left on the screen, in each theme. */
export default defineConfig({
  plugins: [
    storybookTest({
      configDir: '.storybook',
      initialGlobals: { theme: 'light', otherTheme: 'dark' },
    }),
  ],
  test: {
    name: 'stories',
    // As in vitest.config.ts.
    retry: 1,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        // Still pictures: axe measures contrast, and fading text has none.
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: { executablePath: findChromium(), args: chromiumArgs },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
