import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { signIn } from './recording';
import { expectLight, taken, textOf } from './taking';
import { expectReadable, expectSound, look, visit } from './visiting';

const run = promisify(execFile);

/** A day on which windows were running: between 30 and 60 days after some states were told. */
const PACT = 'territory-due-diligence-13c';
const AS_OF = '2021-09-15';
const LAB = `/lab?pact=${PACT}&asOf=${AS_OF}`;

/** The columns are there: the charts follow the thumb. */
const ready = (page: Page) =>
  expect(page.getByText('The charts follow the sliders.')).toBeAttached();

const daysToAct = (page: Page) => page.getByRole('slider', { name: 'Days to act', exact: true });

/** Moves a slider by keys to a number. */
async function keyTo(page: Page, by: number): Promise<void> {
  await daysToAct(page).focus();
  for (let step = 0; step < Math.abs(by); step += 1)
    await page.keyboard.press(by > 0 ? 'ArrowRight' : 'ArrowLeft');
}

/** The record as a visitor sees it, in the dossier format. */
async function visibleDossier(request: APIRequestContext): Promise<object> {
  const incidents: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const reply = await request.get(`/api/v1/incidents?size=200&page=${page}`);
    const { incidents: rows } = await reply.json();
    incidents.push(...rows.map(({ incident }: { incident: unknown }) => incident));
    if (rows.length < 200) break;
  }
  return {
    format: 'servanda.dossier/1',
    ...{ title: 'What a visitor sees', license: 'As its sources have it' },
    ...{ compiledOn: '2026-11-22', incidents },
  };
}

interface Assessed {
  readonly incident: string;
  readonly clause: string;
  readonly accused: string | null;
  readonly verdict: string;
}

/** Assesses files on the command line: the verdict of each case. */
async function assessed(dossier: string, pact: string): Promise<Map<string, string>> {
  const { stdout } = await run(
    process.execPath,
    [
      ...['--conditions=react-server', '--import', 'tsx', 'cli/servanda.ts', 'assess', dossier],
      ...['--pact', pact, '--as-of', AS_OF, '--json'],
    ],
    { maxBuffer: 256 * 1024 * 1024 },
  );
  const { findings }: { findings: Assessed[] } = JSON.parse(stdout);
  return new Map(
    findings.map(({ incident, clause, accused, verdict }) => [
      `${incident} ${clause} ${accused}`,
      verdict,
    ]),
  );
}

/** What turns between the text and the text with another window, all of it assessed anew. */
async function reassessed(request: APIRequestContext): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-lab-'));
  const file = (name: string) => join(folder, `${name}.json`);
  try {
    const { pact } = await (await request.get(`/api/v1/pacts/${PACT}`)).json();
    const variant = structuredClone(pact);
    for (const { dueDiligence } of variant.clauses)
      if (dueDiligence !== null) dueDiligence.actDays = 60;
    const kept = { dossier: await visibleDossier(request), text: pact, variant };
    for (const [name, json] of Object.entries(kept))
      writeFileSync(file(name), JSON.stringify(json));
    const before = await assessed(file('dossier'), file('text'));
    const after = await assessed(file('dossier'), file('variant'));
    return [...before]
      .filter(([key, verdict]) => after.get(key) !== verdict)
      .map(([key, verdict]) => `${key} ${verdict} ${after.get(key)}`)
      .sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const listed = (page: Page): Promise<string[]> =>
  page
    .locator('[data-flip]')
    .evaluateAll((rows) =>
      rows
        .map((row) =>
          ['data-flip', 'data-from', 'data-to'].map((name) => row.getAttribute(name)).join(' '),
        )
        .sort(),
    );

test('a window moved from 30 to 60 days turns what a full assessment from the command line turns', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const expected = await reassessed(request);
  expect(expected.length).toBeGreaterThan(0);
  await visit(page, LAB);
  await ready(page);
  await keyTo(page, 30);
  await expect(page.getByText('Unsaved variant: it cannot be signed.')).toBeVisible();
  await expect(page).toHaveURL(/set=actDays:60/);
  await expect(page.locator('#flips [aria-busy="false"]')).toBeAttached();
  await expect(page.locator('[data-flip]')).toHaveCount(expected.length);
  expect(await listed(page)).toEqual(expected);
  const csv = await textOf(
    await taken(page, page.locator('section#flips'), 'Every finding that turns (CSV)'),
  );
  for (const line of expected) expect(csv).toContain(line.split(' ')[0] ?? '');
  expect(csv).toContain('cannot be signed');

  // What turns opens both ways of judging it.
  await page.locator('[data-flip] button').first().click();
  const panel = page.getByRole('complementary', { name: /Why it turns/ });
  await expect(panel.getByRole('region', { name: 'Under the text' })).toContainText(
    'Violation: did not act',
  );
  await expect(panel.getByRole('region', { name: 'Under the variant' })).toContainText('Pending');
  await page.keyboard.press('Escape');

  // A short link opens the same; nobody who is not signed in may sign or save.
  await page
    .getByRole('region', { name: 'The variant' })
    .getByRole('button', { name: 'L Link' })
    .click();
  const link = await page.getByLabel(/Short link/).inputValue();
  await page.goto(link);
  await expect(page.locator('[data-flip]')).toHaveCount(expected.length);
  expect(await listed(page)).toEqual(expected);
  await expect(page.getByRole('button', { name: /sign|save as a draft/i })).toHaveCount(0);
});

test('undo and redo go a step at a time, and so does the way back of the browser', async ({
  page,
}) => {
  await visit(page, LAB);
  await ready(page);
  const value = () => daysToAct(page).getAttribute('aria-valuetext');
  await keyTo(page, 5);
  await expect(page).toHaveURL(/actDays:35/);
  await keyTo(page, 5);
  await expect(page).toHaveURL(/actDays:40/);
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/actDays:35/);
  expect(await value()).toBe('35 days; in the text 30 days');
  await page.keyboard.press('Control+Shift+z');
  await expect(page).toHaveURL(/actDays:40/);
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect(page).not.toHaveURL(/set=|asOf=/);
  // The answer moves what lies below the bar, and the bar where its buttons wrap.
  await ready(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/actDays:40/);
  await page.goBack();
  await expect(page).not.toHaveURL(/set=/);
});

test('each number of the clause table opens the findings behind it, a step to go back by', async ({
  page,
}) => {
  await visit(page, LAB);
  await ready(page);
  const number = page.locator('#clauses td button').first();
  const count = Number(((await number.textContent()) ?? '').split(',')[0]);
  await number.press('Enter');
  await expect(page).toHaveURL(/open=clauses~/);
  const panel = page.getByRole('complementary').filter({ hasText: 'all parties' });
  await expect(panel.getByText(new RegExp(`^${count} findings?, under either side`))).toBeVisible();
  await panel.locator('li button').first().press('Enter');
  await expect(page.getByRole('heading', { name: 'Under the variant' })).toBeVisible();
  await page.goBack();
  await expect(panel.locator('li').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page).not.toHaveURL(/open=/);
  await page.goBack();
  await page.reload();
  await expect(panel.locator('li').first()).toBeVisible();
});

test('each count of a party opens as many findings as it says, by mouse, by key and by address', async ({
  page,
}) => {
  await visit(page, `${LAB}&set=actDays:60`);
  await ready(page);
  const numbers = page.locator('#parties table button');
  const panel = page.locator('aside').filter({ hasText: 'Close' });
  await expect(numbers.first()).toBeVisible();
  for (let at = 0; at < (await numbers.count()); at += 1) {
    const [count = '', verdict = ''] = ((await numbers.nth(at).textContent()) ?? '').split(', ');
    await numbers.nth(at).click();
    await expect(panel.getByRole('heading', { level: 2 })).toContainText(verdict, {
      ignoreCase: true,
    });
    await expect(
      panel.getByText(new RegExp(`^${count} findings?, in the (text|variant)`)),
    ).toBeVisible();
    await expect(panel.locator('li')).toHaveCount(Math.min(Number(count), 25));
  }
  await expect(page).toHaveURL(/open=parties~variant~/);
  await page.reload();
  await panel.locator('li button').first().press('Enter');
  await expect(page.getByRole('heading', { name: 'Under the variant' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  // The table has those that are not drawn; nothing lies behind none.
  await page.locator('#parties [data-key="t"]').click();
  const row = page.locator('#parties tbody tr').filter({ hasText: 'Not attributable' }).first();
  await row.locator('button').last().press('Enter');
  await expect(panel.getByText(/^\d+ findings?, in the variant/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row.locator('button').last()).toBeFocused();
  const none = page.locator('#parties tbody tr').filter({ hasText: /committed00/ });
  await expect(none.first().getByRole('button')).toHaveCount(0);
});

test('the charts follow a thumb that is still held, and two may move at once', async ({ page }) => {
  await visit(page, LAB);
  await ready(page);
  const thumb = daysToAct(page);
  await thumb.scrollIntoViewIfNeeded();
  const box = await thumb.boundingBox();
  if (box === null) throw new Error('The slider is not on the page');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.26, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.55, middle, { steps: 5 });
  await expect(page.locator('#parties')).toContainText(/did not act −\d/);
  await expect(page).not.toHaveURL(/set=/);
  // The keyboard moves another while the pointer holds the first.
  const belief = page.getByRole('slider', {
    name: 'Belief from which a link to a state is taken as shown',
  });
  await belief.focus();
  await page.keyboard.press('ArrowRight');
  await expect(belief).toHaveAttribute('aria-valuetext', /^0\.51/);
  await page.mouse.move(box.x + box.width * 0.6, middle, { steps: 3 });
  await page.mouse.up();
  await expect(page).toHaveURL(/actDays:\d+.*theta\.link:0\.51/);
});

test('the lab is sound in every look, and light', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await visit(page, `${LAB}&set=actDays:60`);
  await expectLight(page, '/lab');
  await ready(page);
  await expectSound(page);
  const svg = await textOf(
    await taken(page, page.locator('section#curve'), 'Picture to edit (SVG)'),
  );
  expect(svg).toContain('cannot be signed');
  for (const id of ['curve', 'parties', 'index', 'flips']) {
    const chart = page.locator(`section#${id}`);
    await chart.locator('[data-key="t"]').focus();
    await page.keyboard.press('t');
    await expect(chart.getByRole('table').first()).toBeVisible();
  }
  // The margins of every sheet bear the marking.
  const marking = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--tlp-of-page'),
  );
  expect(marking).toBe('"TLP:CLEAR"');
  await look(page, { colorScheme: 'dark', width: 360 });
  await visit(page, `${LAB}&set=actDays:60`);
  await expect(page.locator('[data-flip]').first()).toBeVisible();
  await expectReadable(page);
  expect(faults).toEqual([]);
});

test('without the record the figures come from the server, and the page says so', async ({
  page,
}) => {
  await page.route('**/api/v1/lab/columns**', (route) => route.abort());
  await visit(page, LAB);
  await expect(page.getByText('computed on the server instead')).toBeVisible();
  await keyTo(page, 30);
  await expect(page.locator('[data-flip]')).not.toHaveCount(0);
});

test('without a network the lab says so and loses nothing; with it again, what turns is there', async ({
  page,
}) => {
  await visit(page, LAB);
  await ready(page);
  await page.context().setOffline(true);
  await keyTo(page, 30);
  await expect(page.locator('#parties')).toContainText(/did not act −\d/);
  await expect(page.getByText('The server did not answer for this variant')).toBeVisible();
  await expect(page).toHaveURL(/actDays:60/);
  await page.getByRole('combobox', { name: 'Pact', exact: true }).selectOption('anti-doxing-2017');
  await expect(page.getByText('Not connected: this pact stays open.')).toBeVisible();
  await expect(page).toHaveURL(/actDays:60/);
  await page.context().setOffline(false);
  await expect(page.locator('[data-flip]').first()).toBeVisible();
  await expect(page.getByText('The server did not answer for this variant')).toHaveCount(0);
});

test('a variant is named, renamed, deleted and taken back, in this browser where nobody is signed in', async ({
  page,
}) => {
  await visit(page, `${LAB}&set=actDays:60`);
  const open = () => page.getByText(/^Scenarios/).click();
  await open();
  await page.getByLabel('Name this variant').fill('Sixty days');
  await page.getByRole('button', { name: 'Keep as a scenario' }).click();
  const own = page.getByRole('link', { name: 'Sixty days' });
  await expect(own).toHaveAttribute('href', /set=actDays%3A60/);
  await page.getByRole('button', { name: 'Rename Sixty days' }).click();
  await page.getByLabel('New name of Sixty days').fill('Two months');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await visit(page, '/lab');
  await open();
  await page.getByRole('button', { name: 'Delete Two months' }).click();
  await expect(page.getByRole('link', { name: 'Two months' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('link', { name: 'Two months' }).click();
  await expect(page).toHaveURL(/actDays/);
  await expect(daysToAct(page)).toHaveAttribute('aria-valuetext', /^60 days/);
});

test('an analyst makes a draft of a variant, and looks at it in the lab', async ({ page }) => {
  await signIn(page, 'analyst-1');
  await visit(page, `${LAB}&set=actDays:60`);
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(page).toHaveURL(/\/pacts\/drafts\/[0-9a-f-]{36}/);
  await page.getByRole('link', { name: 'Open in the lab' }).first().click();
  await expect(page.getByText('Draft, not saved as a version').first()).toBeVisible();
  await expect(daysToAct(page)).toHaveAttribute('aria-valuetext', '60 days, as in the text');

  // Beside the version it was forked from, and as a side that is chosen; nobody else may read it.
  await page.goBack();
  await page.getByRole('link', { name: 'Compare with version 1' }).click();
  const b = page.getByRole('combobox', { name: 'Pact B' });
  await expect(b.getByRole('option', { selected: true })).toContainText('UTC:');
  await expect(page.getByText('nothing found here can be signed')).toBeVisible();
  await expect(page.getByText(/B: .*draft, not saved as a version/).first()).toBeVisible();
  const address = page.url();
  await page.context().clearCookies();
  await visit(page, address);
  await expect(page.getByRole('note')).toContainText('a draft that you may read');
  await expect(page.getByText(/draft, not saved/)).toHaveCount(0);
});

test('an address that asks for what is not there shows the rest, and says what was left out', async ({
  page,
}) => {
  for (const [address, left] of [
    [`${LAB}&set=actDays@nowhere:3&from=yesterday`, ['set', 'from']],
    ['/lab/compare?pact=no-such-pact&bVersion=99', ['pact', 'bVersion']],
    ['/lab/smallest?findings=nothing', ['findings']],
  ] as const) {
    await visit(page, address);
    const note = page.getByRole('note');
    await expect(note).toContainText('Part of this address was left out.');
    for (const name of left) await expect(note.getByText(name, { exact: true })).toBeVisible();
    await expect(page).not.toHaveURL(/ignored/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a pact that is kept for its text has nothing to move, and the page says so', async ({
  page,
}) => {
  await visit(page, '/lab?pact=mtcr-1987');
  await expect(page.getByText('there is nothing to move')).toBeVisible();
  await expect(page.getByRole('slider')).toHaveCount(0);
});
