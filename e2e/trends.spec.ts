import { expect, type Locator, type Page, test } from '@playwright/test';
import { bytesOf, expectLight, taken, textOf } from './taking';
import { expectReadable, expectSound, look, visit } from './visiting';

const PLEDGE = '/trends?pact=territory-due-diligence-13c';
const CHARTS = ['verdicts', 'rate', 'stock'];

const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const panelOf = (page: Page) => page.getByRole('complementary');

/** Draws across a chart, in shares of its width. */
async function draw(page: Page, over: Locator, from: number, to: number): Promise<void> {
  await over.scrollIntoViewIfNeeded();
  const box = await over.boundingBox();
  if (box === null) throw new Error('There is nothing to draw across');
  const y = box.y + box.height / 3;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * ((from + to) / 2), y);
  await page.mouse.move(box.x + box.width * to, y);
  await page.mouse.up();
}

test('a viewer reads the trend, with what keeps it from saying more', async ({ page }) => {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await visit(page, '/');
  await page.getByRole('link', { name: 'Trends', exact: true }).click();
  await expect(page).toHaveURL(/\/trends$/);
  await page.getByLabel('Pact', { exact: true }).selectOption('territory-due-diligence-13c');
  await expect(headline(page)).toHaveText(/^\d+ violations would have been found/);
  await expect(page.getByText('Nobody recorded how much was looked')).toBeVisible();
  await expect(page.getByText('Hypothetical', { exact: true }).first()).toBeVisible();
  for (const id of CHARTS)
    await expect(page.locator(`#${id} .recharts-surface`).first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('the first page is there before any script has run', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(PLEDGE);
  await expect(headline(page)).toHaveText(/violations would have been found/);
  await expect(page.getByRole('heading', { name: 'Rate of violations' })).toBeVisible();
  await context.close();
});

test('T turns each chart into its table, S shows its sources, ? the keys', async ({ page }) => {
  await visit(page, PLEDGE);
  for (const id of CHARTS) {
    const chart = page.locator(`#${id}`);
    await chart.getByRole('button', { name: 'T Table' }).focus();
    await page.keyboard.press('t');
    await expect(chart.getByRole('table')).toBeVisible();
    await page.keyboard.press('s');
    await expect(chart.getByText(/^Sources: corpus/)).toBeVisible();
    await page.keyboard.press('t');
    await expect(chart.getByRole('table')).toHaveCount(0);
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Link to a chart, or embed it');
});

test('a chart is taken away with title, stamp, versions and cut-off drawn in', async ({ page }) => {
  await visit(page, PLEDGE);
  const chart = page.locator('#verdicts');
  const svg = await textOf(await taken(page, chart, 'Picture to edit (SVG)'));
  for (const words of [
    ...[
      'HYPOTHETICAL',
      'Findings by period of onset and verdict',
      'Territory due-diligence pledge',
    ],
    'TLP:CLEAR',
    ...['as of', 'policy 2026-11', 'corpus', 'Violation: did not act', 'Assumed entry into force'],
  ])
    expect(svg).toContain(words);
  // Colours are written out, patterns carried along: the file needs nothing of the page.
  expect(svg).not.toMatch(/var\(|light-dark|color-mix|class=/);
  for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`id="${id}"`);

  const png = await bytesOf(await taken(page, chart, 'Picture (PNG)'));
  expect(new TextDecoder().decode(png.subarray(1, 4))).toBe('PNG');
  expect(new DataView(png.buffer).getUint32(16)).toBeGreaterThan(1600);

  const csv = await textOf(await taken(page, chart, 'Figures (CSV)'));
  await chart.getByRole('button', { name: 'T Table' }).click();
  await expect(chart.getByRole('table')).toBeVisible();
  expect(csv.trim().split('\r\n').length).toBe(await chart.getByRole('row').count());
  expect(csv).toContain('HYPOTHETICAL');
  const json = JSON.parse(await textOf(await taken(page, chart, 'Figures (JSON)')));
  expect(json).toMatchObject({
    stamp: 'HYPOTHETICAL',
    marking: 'TLP:CLEAR',
    rows: expect.any(Array),
  });

  const every = await textOf(await taken(page, chart, 'Every finding under this filter (CSV)'));
  expect(every.trim().split('\r\n').length).toBeGreaterThan(100);
});

test('the menu of downloads works by keyboard alone', async ({ page }) => {
  await visit(page, PLEDGE);
  const chart = page.locator('#rate');
  await chart.getByRole('button', { name: 'T Table' }).focus();
  await page.keyboard.press('d');
  await expect(chart.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(chart.getByRole('menuitem', { name: 'Figures (CSV)' })).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('servanda-rate.csv');
  await page.keyboard.press('d');
  await page.keyboard.press('Escape');
  await expect(chart.getByRole('menu')).toHaveCount(0);
  await expect(chart.getByRole('button', { name: 'D Download' })).toBeFocused();
});

test('drawing across a chart narrows every chart; going back widens them', async ({ page }) => {
  await visit(page, PLEDGE);
  const verdicts = page.locator('#verdicts .recharts-surface').first();
  await expect(verdicts).toBeVisible();
  await draw(page, verdicts, 0.5, 0.7);
  await expect(page).toHaveURL(/since=\d{4}-01-01&until=\d{4}-12-31/);
  await expect(page.getByText(/^Only \d+ \w+ \d{4} to /)).toBeVisible();
  for (const id of CHARTS) {
    const chart = page.locator(`#${id}`);
    await chart.getByRole('button', { name: 'T Table' }).click();
    const rows = chart.getByRole('row');
    await expect.poll(async () => rows.count()).toBeLessThan(9);
  }
  await page.goBack();
  await expect(page).not.toHaveURL(/since/);
  await expect(page.getByText(/^Whole period: /)).toBeVisible();
});

test('the period is chosen on its strip by keyboard', async ({ page }) => {
  await visit(page, PLEDGE);
  const from = page.getByRole('slider', { name: 'From' });
  await from.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/since=2007-01-01/);
  await expect(from).toHaveAttribute('aria-valuetext', 'Q1 2007');
  await page.getByRole('button', { name: 'Show the whole period' }).click();
  await expect(page).not.toHaveURL(/since/);
});

test('a mark opens what lies behind it, an entry its reasons and what each claim adds', async ({
  page,
}) => {
  await visit(page, PLEDGE);
  await page.locator('#verdicts [data-piece="VIOLATION_OMISSION"]').last().click();
  const panel = panelOf(page);
  await expect(panel.getByRole('heading')).toHaveText(/^Violation: did not act, \d{4}$/);
  await expect(panel.getByText(/^Adds 1 of \d+/).first()).toBeVisible();
  await panel.getByRole('listitem').first().getByRole('button').click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/^Why: clause /);
  await expect(panel.getByRole('link', { name: /^Claim / }).first()).toBeVisible();
  await page.goBack();
  await expect(panel.getByRole('heading')).toHaveText(/^Violation: did not act/);
  await page.goBack();
  await expect(panel).toHaveCount(0);
});

test('marks are reached by keyboard, and their findings by Enter', async ({ page }) => {
  await visit(page, PLEDGE);
  const cursor = page.locator('#verdicts').getByRole('slider');
  await cursor.focus();
  await page.keyboard.press('End');
  await expect(cursor).toHaveAttribute('aria-valuetext', /2026: nothing/);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^2021: Violation: did not act, \d+/);
  await page.keyboard.press('ArrowUp');
  await expect(cursor).not.toHaveAttribute('aria-valuetext', /Violation/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel.getByRole('heading')).toHaveText('Violation: did not act, 2021');
  await page.keyboard.press('Escape');
  await expect(cursor).toBeFocused();
});

test('a number of the stock opens the incidents that were active', async ({ page }) => {
  await visit(page, `${PLEDGE}&open=stock~active~2016`);
  const panel = panelOf(page);
  await expect(panel.getByRole('heading')).toHaveText('Incidents known to be active in 2016');
  await expect(panel.getByText(/^(Goes on|Active until)/).first()).toBeVisible();
  const told = await panel.getByText(/^\d+ findings?\. Each opens why/).textContent();
  expect(Number.parseInt(told ?? '', 10)).toBeGreaterThan(20);
});

test('a short link leads back to the same chart under the same filter', async ({
  page,
  browser,
}) => {
  await visit(page, `${PLEDGE}&by=quarter&since=2014-01-01`);
  const chart = page.locator('#rate');
  const made = async (entry: RegExp) => {
    await chart.getByRole('button', { name: 'L Link' }).click();
    await chart.getByRole('menuitem', { name: entry }).click();
    await expect(chart.getByRole('textbox')).toHaveValue(/\/p\/\w{10}#rate$/);
    const value = await chart.getByRole('textbox').inputValue();
    await chart.getByRole('button', { name: 'Close' }).click();
    return value;
  };
  const follows = await made(/follows the record/);
  expect(await made(/follows the record/)).toBe(follows);
  const fixed = await made(/^Short link as of/);
  expect(fixed).not.toBe(follows);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(follows);
  await expect(other).toHaveURL(/\/trends\?by=quarter&pact=territory.*&since=2014-01-01#rate$/);
  await other.goto(fixed);
  await expect(other).toHaveURL(/asOf=\d{4}-\d\d-\d\d/);
  const missing = await other.goto('/p/0000000000');
  expect(missing?.status()).toBe(404);
  await context.close();
});

test('a chart stands alone on somebody else’s page', async ({ page, browser }) => {
  await visit(page, PLEDGE);
  const chart = page.locator('#stock');
  await chart.getByRole('button', { name: 'L Link' }).click();
  await chart.getByRole('menuitem', { name: 'Code to embed this chart' }).click();
  const code = await chart.getByRole('textbox').inputValue();
  const context = await browser.newContext();
  // The product of the stories is on this machine, which pages elsewhere may not frame unasked.
  await context
    .grantPermissions(['local-network-access'], { origin: 'https://newspaper.example' })
    .catch(() => {});
  const host = await context.newPage();
  await host.route('https://newspaper.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>x</title>${code}` }),
  );
  await host.goto('https://newspaper.example/');
  const frame = host.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'New and active incidents' })).toBeVisible();
  await expect(frame.getByText('Hypothetical', { exact: true })).toBeVisible();
  await expect(frame.getByText(/^Sources: corpus/).last()).toBeVisible();
  await expect(frame.getByRole('navigation')).toHaveCount(0);
  await expect(frame.getByRole('heading', { name: 'Rate of violations' })).toHaveCount(0);
  await context.close();
  const answer = await page.request.get('/trends');
  expect(answer.headers()['x-frame-options']).toBe('DENY');
});

test('parties and clauses stand side by side on one scale', async ({ page }) => {
  await visit(page, PLEDGE);
  await page
    .getByRole('navigation', { name: 'Views of the trends' })
    .getByText('Side by side')
    .click();
  await expect(page).toHaveURL(/\/trends\/multiples\?pact=territory/);
  await expect(headline(page)).toHaveText(/^Of \d+ parties, \d+ would have violations found/);
  const small = page.locator('#multiples').getByRole('figure');
  const parties = await small.count();
  expect(parties).toBeGreaterThan(2);
  await page.getByRole('radio', { name: 'Clause' }).check();
  await expect(page).toHaveURL(/over=clause/);
  await expect(headline(page)).toHaveText(/clauses?, .* would have been violated/);
  await page.goBack();
  await expect(small).toHaveCount(parties);
  await small.first().locator('[data-piece]').first().click();
  await expect(panelOf(page).getByRole('listitem').first()).toBeVisible();
});

test('an address that asks for what is not there shows the rest, and says what was left out', async ({
  page,
}) => {
  await visit(page, '/trends?by=week&minSeverity=3');
  const note = page.getByRole('note').filter({ hasText: 'left out' });
  await expect(note).toContainText('by: expected month, quarter or year');
  await expect(page).toHaveURL(/\/trends\?minSeverity=3$/);
  await visit(page, '/trends/multiples?over=state');
  await expect(note).toContainText('over: expected');
  await expect(page.locator('main h1').first()).toBeVisible();
});

test('no page of charts carries more than 350 kB of JavaScript', async ({ browser }) => {
  // The other views are measured where their stories are told.
  for (const path of ['/', PLEDGE, '/trends/multiples', '/trends/map']) {
    // Nothing is kept from one page to the next, so each is measured whole.
    const context = await browser.newContext();
    const page = await context.newPage();
    await visit(page, path);
    await expectLight(page, path);
    await context.close();
  }
});

test('axe finds nothing, with a panel, a table and a menu open', async ({ page }) => {
  await visit(page, `${PLEDGE}&open=verdicts~2016~VIOLATION_OMISSION`);
  await expect(panelOf(page).getByRole('listitem').first()).toBeVisible();
  await page.locator('#rate').getByRole('button', { name: 'T Table' }).click();
  await expect(page.locator('#rate').getByRole('table')).toBeVisible();
  await page.locator('#stock').getByRole('button', { name: 'D Download' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectSound(page);
  await visit(page, '/trends/multiples');
  await expect(headline(page)).toBeVisible();
  await expectSound(page);
});

test('in the dark, on a small screen, everything has contrast and room', async ({ page }) => {
  await look(page, { colorScheme: 'dark', width: 360 });
  for (const path of [PLEDGE, '/trends/multiples', `${PLEDGE}&embed=1&chart=rate`]) {
    await visit(page, path);
    await expect(page.locator('[data-picture] svg').first()).toBeVisible();
    await expectReadable(page);
  }
});
