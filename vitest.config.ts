import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['src/e2e/content-guard.ts'],
          include: [
            'src/**/*.test.ts',
            'cms/**/*.test.ts',
            'bench/*/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['src/e2e/**', 'cms/e2e/**', '**/node_modules/**'],
        },
      },
      {
        // Journeys over the built editions in dist/: one browser, one file at a time.
        test: {
          name: 'e2e',
          setupFiles: ['src/e2e/content-guard.ts'],
          include: ['src/e2e/**/*.test.ts', 'cms/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
