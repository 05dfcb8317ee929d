import { expect, type Locator, test } from '@playwright/test';
import { expectSound, LOOKS, look, visit } from './visiting';

const MAP = '/trends/map?pact=territory-due-diligence-13c';

const marksOf = async (marks: Locator): Promise<string[]> =>
  (await marks.evaluateAll((all) => all.map((one) => one.getAttribute('data-mark') ?? ''))).sort();

test('a viewer reads the map, by symbols and by its table, and opens what lies behind', async ({
  page,
}) => {
  await visit(page, MAP);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Incidents that the pact would cover had victims in \d+ states and are linked/,
  );
  const chart = page.locator('#map');
  await expect(chart).toContainText('imply no position');
  const drawn = await marksOf(chart.locator('svg [data-mark]'));
  expect(drawn).toContain('DE victim');

  const germany = chart.locator('svg [data-mark="DE victim"]');
  await germany.focus();
  await page.keyboard.press('ArrowRight');
  await expect(germany).not.toBeFocused();
  await expect(chart.locator('svg [data-mark]:focus')).toHaveCount(1);
  await germany.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/open=map~victim~DE/);
  const panel = page.getByRole('complementary');
  await expect(panel).toContainText('Incidents with victims in Germany');
  await expect(panel.getByRole('listitem').first()).toContainText('Counts once');
  await panel.getByRole('button', { name: 'Close' }).click();

  await chart.getByRole('button', { name: 'T Table' }).focus();
  await page.keyboard.press('t');
  const table = chart.getByRole('table');
  await expect(table).toBeVisible();
  expect(await marksOf(table.locator('[data-mark]'))).toEqual(drawn);
  await table.getByRole('button', { name: /Linked to it, Russia$/ }).click();
  await expect(panel).toContainText('Incidents linked to Russia');
  await expect(panel).toContainText('Linked to its territory or nationals.');
});

test('the standing is taken away as a report', async ({ page }) => {
  await visit(page, '/?pact=us-china-2015');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Report (PDF)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(
    /^servanda-us-china-2015-standing-\d{4}-\d\d-\d\d\.pdf$/,
  );
  const [first] = await (await file.createReadStream()).take(1).toArray();
  expect(`${first}`.slice(0, 5)).toBe('%PDF-');
});

test('the map is sound in both looks', async ({ page }) => {
  for (const each of LOOKS) {
    await look(page, each);
    await visit(page, MAP);
    await expectSound(page);
  }
});
