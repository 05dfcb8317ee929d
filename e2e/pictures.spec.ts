import { expect, test } from '@playwright/test';
import { visit } from './visiting';

/**
 * The main charts as pictures, compared with those in e2e/pictures: under the demonstration corpus
 * as of a day on which no other story leaves anything. A change that is meant is taken over with
 * `npm run e2e -- pictures.spec.ts --update-snapshots`, and looked at.
 */
const DAY = 'asOf=2026-11-20';
const PLEDGE = `pact=territory-due-diligence-13c&${DAY}`;
const PAGES = [
  [`/trends?${PLEDGE}`, ['verdicts', 'rate', 'stock']],
  [`/trends/multiples?${PLEDGE}`, ['multiples']],
  [`/?pact=anti-doxing-2017&from=2016-01-01&${DAY}`, ['confidence', 'heat']],
] as const;

/** Another browser draws letters otherwise. */
const MADE_WITH = '156.0.8078.79';

/** Of a letter a pixel or two; of a bar or a line nothing. */
const TOLERANCE = { maxDiffPixelRatio: 0.01, threshold: 0.25 };

for (const colorScheme of ['light', 'dark'] as const)
  for (const [path, charts] of PAGES)
    test(`${charts.join(', ')}: as they were, ${colorScheme}`, async ({ page, browser }) => {
      const version = browser.version();
      test.skip(
        version !== MADE_WITH && test.info().config.updateSnapshots !== 'all',
        `The pictures were made with Chromium ${MADE_WITH}; this is ${version}`,
      );
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await visit(page, path);
      await page.evaluate(async () => {
        await document.fonts.ready;
      });
      for (const chart of charts) {
        const picture = page.locator(`#${chart} [data-picture]`);
        await picture.scrollIntoViewIfNeeded();
        await expect(picture).toBeVisible();
        await page.mouse.move(0, 0);
        await expect.soft(picture).toHaveScreenshot(`${chart}-${colorScheme}.png`, TOLERANCE);
      }
    });
