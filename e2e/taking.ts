import { type Download, expect, type Locator, type Page } from '@playwright/test';

/** Takes a chart away by its menu. */
export async function taken(page: Page, chart: Locator, entry: string): Promise<Download> {
  await chart.getByRole('button', { name: 'D Download' }).click();
  const download = page.waitForEvent('download');
  await chart.getByRole('menuitem', { name: entry }).click();
  return download;
}

export async function bytesOf(download: Download): Promise<Uint8Array> {
  const chunks: number[] = [];
  for await (const chunk of await download.createReadStream())
    for (const byte of chunk) chunks.push(byte);
  return Uint8Array.from(chunks);
}

export const textOf = async (download: Download): Promise<string> =>
  new TextDecoder().decode(await bytesOf(download));

/** Most JavaScript of a page, bytes as sent. */
const MOST = 350_000;

/** The page just opened fetched no more JavaScript than pages of charts may; says how much. */
export async function expectLight(page: Page, path: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + Number(Reflect.get(entry, 'encodedBodySize')), 0),
  );
  console.log(`JavaScript of ${path}: ${(bytes / 1000).toFixed(0)} kB compressed`);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(MOST);
}
