import { defineConfig } from '@playwright/test';
import { findChromium, quietFlags } from './scripts/chromium.mjs';

const executablePath = await findChromium();

/**
 * Stories run against the products at SERVANDA_URLS, one worker each, so that none sees what
 * another's stories leave behind: `npm run e2e` starts them.
 */
const products = (process.env.SERVANDA_URLS ?? 'http://localhost:3000').split(' ');
const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  snapshotPathTemplate: 'e2e/pictures/{arg}{ext}',
  fullyParallel: false,
  workers: products.length,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: products[worker % products.length] ?? '',
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: process.env.SERVANDA_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: quietFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
