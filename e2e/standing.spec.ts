import { expect, type Page, test } from '@playwright/test';
import { expectSound, LOOKS, look, visit } from './visiting';

const ACCORD_2016 = '/?from=2016-01-01';

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const lineOf = (page: Page, party: string) =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`^${party} (would stand|stands)`) });

test('a newcomer reads who would have kept the pact, without an account', async ({ page }) => {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await visit(page, ACCORD_2016);
  await expect(headline(page)).toHaveText('Had this accord been in force since 2016,');
  await expect(lineOf(page, 'Russia')).toContainText(
    /would stand at \d+ \(\d+–\d+\): \d+ violations found/,
  );
  await expect(lineOf(page, 'United States')).toContainText(/would stand at \d+/);
  await expect(page.getByText('Hypothetical', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Computed from the record; nothing is signed off.')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(
    'Allegations are stated as allegations',
  );
  expect(faults).toEqual([]);
});

test('the first page is there before any script has run', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(ACCORD_2016);
  await expect(headline(page)).toBeVisible();
  await expect(lineOf(page, 'Russia')).toBeVisible();
  await context.close();
});

test('another pact, date, day and clause change the address and the sentence; going back restores', async ({
  page,
}) => {
  await visit(page, '/');
  await expect(headline(page)).toHaveText('Had this accord been in force since 2018,');
  await page.getByLabel('Assumed in force from').selectOption('2016-01-01');
  await expect(page).toHaveURL(/from=2016-01-01/);
  await expect(headline(page)).toHaveText('Had this accord been in force since 2016,');

  const russia = lineOf(page, 'Russia');
  const today = await russia.textContent();
  await page.getByLabel(/^As of/).fill('2016-12-31');
  await expect(page).toHaveURL(/asOf=2016-12-31/);
  await expect(page.getByText('As of 31 December 2016.')).toBeVisible();
  await expect(russia).not.toHaveText(today ?? '');

  await page.getByText('Narrow the record').click();
  await page.getByLabel('Clause', { exact: true }).selectOption('c1');
  await expect(page).toHaveURL(/clause=c1/);
  await expect(page.getByText('Only clause c1')).toBeVisible();

  await page.getByLabel('Pact', { exact: true }).selectOption('us-china-2015');
  await expect(page).toHaveURL(/pact=us-china-2015/);
  await expect(page).not.toHaveURL(/clause|from/);
  await expect(headline(page)).toHaveText(/^Under the US-China understanding .*, in force since/);

  await page.goBack();
  await expect(page).toHaveURL(/clause=c1/);
  await expect(headline(page)).toHaveText('Had this accord been in force since 2016,');
});

test('signed only counts nothing that nobody signed', async ({ page }) => {
  await visit(page, ACCORD_2016);
  await page.getByLabel('Signed only').check();
  await expect(page).toHaveURL(/counting=signed/);
  await expect(lineOf(page, 'Russia')).toContainText(/\d+ pending/);
  await expect(page.getByText('none is signed')).toBeVisible();
});

test('a bar opens the incidents behind it, and an incident its reasons', async ({ page }) => {
  await visit(page, ACCORD_2016);
  await page.locator('#findings [data-piece]').first().click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading')).toHaveText(/, 20\d\d$/);
  await expect(page).toHaveURL(/open=findings/);
  await panel.getByRole('listitem').first().getByRole('button').click();
  await expect(panel.getByRole('heading')).toHaveText(/^Why: /);
  await expect(panel.getByText('Is the conduct forbidden by the clause?')).toBeVisible();
  await expect(panel.getByRole('link', { name: /^Claim / }).first()).toHaveAttribute(
    'href',
    /^\/incidents\/.+#claims-/,
  );
  await page.goBack();
  await expect(panel.getByRole('heading')).toHaveText(/, 20\d\d$/);
  await page.goBack();
  await expect(panel).toHaveCount(0);
});

test('every number of the headline opens why', async ({ page }) => {
  await visit(page, ACCORD_2016);
  await lineOf(page, 'Russia').getByRole('button').first().click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading')).toHaveText('How Russia comes to this number');
  await expect(panel.getByText('Weighted violations')).toBeVisible();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
});

test('table, sources, download and the list of keys work by keyboard alone', async ({ page }) => {
  await visit(page, ACCORD_2016);
  const section = page.locator('#findings');
  await section.getByRole('button', { name: 'T Table' }).focus();
  await page.keyboard.press('t');
  await expect(section.getByRole('table')).toBeVisible();
  await page.keyboard.press('t');
  await expect(section.getByRole('table')).toHaveCount(0);
  await page.keyboard.press('s');
  await expect(section.getByText(/^Sources: corpus/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.keyboard.press('d');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('servanda-findings.csv');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Table or picture of the section');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the way to a reason and back needs no mouse', async ({ page }) => {
  await visit(page, ACCORD_2016);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  const violations = lineOf(page, 'Russia').getByRole('button', { name: /violations found/ });
  await violations.focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('complementary').getByRole('heading');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(violations).toBeFocused();
});

test('a pact of many parties shows those with findings and folds the others', async ({ page }) => {
  await visit(page, '/?pact=territory-due-diligence-13c');
  await expect(lineOf(page, 'Russia')).toBeVisible();
  await page.getByText(/^\d+ other parties of \d+/).click();
  await expect(page.getByRole('table').first().getByRole('row')).not.toHaveCount(0);
});

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time, in microseconds: what a busy machine does not stretch. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Processor time of the longest task of the pages' main threads, in milliseconds. */
function longestTask(trace: string): number {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace);
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(thread),
  );
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && main.has(thread(event)),
  );
  expect(tasks.length).toBeGreaterThan(0);
  return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000;
}

test('no task is long when a filter changes', async ({ browser, page }) => {
  await visit(page, '/?pact=territory-due-diligence-13c');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  for (const size of ['Month', 'Quarter', 'Year']) {
    await page.getByLabel(size, { exact: true }).check();
    await expect(page.locator('[aria-busy="false"]')).toBeVisible();
  }
  const longest = longestTask((await browser.stopTracing()).toString());
  console.log(`longest task while filters change: ${longest.toFixed(0)} ms of processor time`);
  expect(longest).toBeLessThan(100);
});

test('an address that asks for what is not there shows the rest, and says what was left out', async ({
  page,
}) => {
  const note = page.getByRole('note').filter({ hasText: 'left out' });
  await visit(page, '/?pact=no-such-pact');
  await expect(note).toContainText('pact: expected a pact of the library');
  await expect(headline(page)).toBeVisible();
  await visit(page, '/?asOf=2016-02-31&evil=1&party=RU');
  await expect(note.getByRole('listitem')).toHaveCount(2);
  await expect(page).toHaveURL(/\/\?party=RU$/);
  // On paper every page bears the strictest marking of what its reader sees.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('TLP:CLEAR', { exact: true }).last()).toBeVisible();
});

for (const one of LOOKS)
  test(`axe finds nothing in ${one.colorScheme} at ${one.width} px`, async ({ page }) => {
    await look(page, one);
    for (const path of [ACCORD_2016, '/?pact=incidents-at-sea-1972', '/?pact=mtcr-1987']) {
      await visit(page, path);
      await expect(headline(page)).toBeVisible();
      await expectSound(page);
    }
    await visit(page, `${ACCORD_2016}&open=headline~number~RU`);
    await expect(page.getByRole('complementary').getByRole('listitem').first()).toBeVisible();
    await page.getByRole('button', { name: 'T Table' }).first().click();
    await expectSound(page);
  });
