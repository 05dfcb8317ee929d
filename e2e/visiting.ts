import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Both themes and both widths, in two looks. */
export const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const;
export type Look = (typeof LOOKS)[number];

/** Opens an address and waits until its controls answer. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('html[data-ready]').waitFor();
}

export async function look(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
}

/** What axe finds: rule, and the elements that break it. */
export async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Nothing is wider than its window. */
async function expectRoom(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, page.url()).toBeLessThanOrEqual(0);
}

/** No accessibility fault on the page, and nothing wider than its window. */
export async function expectSound(page: Page): Promise<void> {
  expect(await axeFaults(page), page.url()).toEqual([]);
  await expectRoom(page);
}

/** What changes with theme and width: contrast of every text, and nothing wider than its window. */
export async function expectReadable(page: Page): Promise<void> {
  expect(await axeFaults(page, ['color-contrast']), page.url()).toEqual([]);
  await expectRoom(page);
}
