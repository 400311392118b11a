import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Vite would take graphql's second, ESM build, whose classes are not those that mercurius makes its objects of. */
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) };

export default defineConfig({
  resolve: { alias: [graphql] },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
