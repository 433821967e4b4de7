import { configDefaults, defineConfig } from 'vitest/config'
import { aliases } from './vite.aliases.ts'

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'test/{client,emulator,contract,interop,tooling,demo}/**/*.test.ts',
            'test/{testing,examples}/**/*.node.test.ts',
          ],
          exclude: ['**/*.dom.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost:3000/' } },
          include: [
            'test/{hooks,components,testing,devtools,examples}/**/*.test.{ts,tsx}',
            'test/client/**/*.dom.test.ts',
          ],
          exclude: ['**/*.node.test.ts'],
          setupFiles: ['test/setup.dom.ts'],
          isolate: false,
        },
      },
      {
        // The package as it is published: built, packed, installed elsewhere.
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/*.test.ts'],
          globalSetup: 'test/package/globalSetup.ts',
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
    exclude: [...configDefaults.exclude, 'test/e2e/**'],
    testTimeout: 15_000,
    // Files share their modules: a spy that stays would be another file's.
    restoreMocks: true,
    // A busy machine is late once, a real fault twice; `npm test` names what passed only at the second attempt.
    retry: 1,
  },
})
