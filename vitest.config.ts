import { defineConfig } from 'vitest/config';

/** Where a journey builds sites of its own. Two builds in one folder break each other, so these follow one another. */
const buildingSites = ['src/e2e/{editions,bundles}.test.ts', 'cms/e2e/!(editor-page).test.ts'];
const journeys = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'cms/**/*.test.ts',
            'bench/*/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['src/e2e/**', 'cms/e2e/**', 'src/search/golden/**', '**/node_modules/**'],
        },
      },
      {
        // Journeys over the built editions in dist/, and in the editor: one file at a time.
        test: {
          name: 'e2e',
          include: ['src/e2e/**/*.test.ts', 'cms/e2e/**/*.test.ts'],
          exclude: buildingSites,
          ...journeys,
        },
      },
      {
        // The others, beside them.
        test: { name: 'e2e-building', include: buildingSites, ...journeys },
      },
    ],
  },
});
