import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const NEVER = ['**/node_modules/**', '.next/**', 'e2e/**', 'prisma/generated/**'];
const PURE = ['domain/**/*.test.{ts,tsx}', 'components/**/*.test.{ts,tsx}'];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here('./') },
      // The package throws outside a server bundle; in tests it marks a file and does nothing.
      { find: 'server-only', replacement: here('./node_modules/server-only/empty.js') },
    ],
  },
  test: {
    environment: 'node',
    // Files share their worker, and so the packages it loaded. What is pure shares our own modules
    // too; what starts databases and servers has them anew for each file (anew.ts).
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: PURE },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NEVER, ...PURE],
          globalSetup: './server/testing/server.ts',
          setupFiles: './server/testing/anew.ts',
        },
      },
    ],
    exclude: NEVER,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    slowTestThreshold: 5_000,
    // Two cores serve three workers, since many wait for a server or a program they started; each
    // embedded database lives in its own.
    pool: 'forks',
    maxWorkers: 3,
  },
});
