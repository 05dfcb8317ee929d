import { defineConfig } from '@playwright/test';
import { findChromium, quietFlags } from './scripts/chromium.mjs';

const executablePath = await findChromium();

/** Stories run against SERVANDA_URL: `npm run e2e` starts a product of its own for them. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.SERVANDA_URL ?? 'http://localhost:3000',
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    launchOptions: { args: quietFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
