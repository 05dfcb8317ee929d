import { expect, type Page, test } from '@playwright/test';
import { choose, fillQuick, formReady, logQuick, saveLine, signIn } from './recording';

/** 40 words of five signs a minute. */
const SECONDS_A_KEY = 60 / (40 * 5);

/** Types and counts every key, Tab and Enter included. */
function typist(page: Page) {
  let keys = 0;
  return {
    write: async (words: string) => {
      keys += words.length;
      await page.keyboard.type(words, { delay: 15 });
    },
    press: async (...names: string[]) => {
      for (const name of names) {
        keys += 1;
        await page.keyboard.press(name);
      }
    },
    keys: () => keys,
    seconds: () => keys * SECONDS_A_KEY,
  };
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-path') ?? null);

test('a hack and leak is logged by keyboard alone in under two minutes of typing', async ({
  page,
}) => {
  await signIn(page, 'recorder', '/incidents');
  await expect(page.getByRole('button', { name: /^Find/ })).toHaveAttribute('data-ready', 'true');
  const { write, press, keys, seconds } = typist(page);
  const filled: (string | null)[] = [];
  const field = async (name: string, fill: () => Promise<void>) => {
    await expect.poll(() => focused(page)).toBe(name);
    await fill();
    filled.push(name);
  };

  await press('n');
  await expect(page).toHaveURL(/\/incidents\/new$/);
  await field('title', () => write('Mail of a national party committee taken and published'));
  await press('Tab');
  await field('conduct', async () => {
    await write('publica');
    await press('Enter', 'Tab');
  });
  await field('when', () => write('2016-07-22'));
  await press('Tab', 'Tab');
  await field('victimState', async () => {
    await write('united st');
    await press('Tab');
  });
  await field('objects', async () => {
    await write('polit');
    await press('Enter', 'Tab');
  });
  await field('linkedState', async () => {
    await write('russ');
    await press('Tab');
  });
  await field('sourceUrl', async () => {
    await write('https://www.example.org/2016/06/15/bears-in-the-midst');
    await press('Tab');
  });
  await field('claim.who', async () => {
    await write('CrowdStrike');
    await press('Tab');
  });
  await write('sec');
  await press('Tab');
  await write('tech');
  await press('Tab');
  await write('very likely');
  await expect(page.getByText(/^Would be tested under \d+ pacts/)).toBeVisible();
  await expect(page.getByText('The codebook grades this B2')).toBeVisible();
  await press('Control+Enter');

  await expect(page.getByRole('heading', { name: 'Logged' })).toBeFocused();
  await expect(page.getByText(/is on record as us-2016-mail-of-a-national-party/)).toBeVisible();
  test.info().annotations.push({ type: 'typing', description: `${seconds().toFixed(0)} s` });
  console.log(
    `quick log: ${filled.filter((name) => name !== 'claim.who').length} fields and the line on who says so, ${keys()} keys, ${seconds().toFixed(0)} s of typing at 40 words a minute`,
  );
  expect(filled).toHaveLength(8);
  expect(seconds()).toBeLessThan(120);
});

test('what is missing is a way to its field, and a line opens its reasons', async ({ page }) => {
  await signIn(page, 'recorder', '/incidents/new?template=hack-and-leak');
  await formReady(page);
  const panel = page.getByRole('complementary', { name: 'What each pact would make of it' });
  await panel.getByRole('button', { name: 'victim state' }).first().click();
  await expect.poll(() => focused(page)).toBe('victimState');
  await page.keyboard.type('united st');
  await page.keyboard.press('Tab');
  await page.getByLabel('When', { exact: true }).fill('2019-05-01');
  await choose(page, 'Linked state', 'Russia');
  await panel.getByRole('button', { name: 'likelihood of the claim' }).first().click();
  await expect.poll(() => focused(page)).toBe('claim.likelihood');
  await page.getByLabel('How sure').selectOption('almost_certain');
  await page.getByLabel('What kind of speaker').selectOption('court');
  await expect(panel.getByText('Undecidable')).toHaveCount(0);
  await panel
    .getByRole('button', { name: /^Why\?/ })
    .first()
    .click();
  await expect(panel.getByText('Are the accused and a victim both bound?')).toBeVisible();
  await expect(panel.getByRole('link', { name: /^method / }).first()).toBeVisible();
});

test('what is typed at a stroke is taken on leaving, and by Enter without sending the form', async ({
  page,
}) => {
  await signIn(page, 'recorder', '/incidents/new');
  await formReady(page);
  const victim = page.getByRole('combobox', { name: 'Victim state' });
  const linked = page.getByRole('combobox', { name: 'Linked state' });
  for (const [box, key] of [
    [victim, 'Tab'],
    [linked, 'Enter'],
  ] as const) {
    await box.focus();
    await page.keyboard.insertText('estoni');
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
    await page.waitForTimeout(100);
    await page.keyboard.press(key);
    await expect(box).toHaveValue('Estonia');
  }
  await expect(page.getByText('Who says so of Estonia?')).toBeVisible();
  await expect(page.getByText(/keeps? this from being logged/)).toHaveCount(0);
  // Escape closes the list, and what was chosen stays.
  await victim.focus();
  await victim.fill('russ');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(victim).toHaveValue('Estonia');
  // Opened by a click, the list shows what is chosen.
  await victim.click();
  await expect(page.getByRole('option', { name: 'Estonia' })).toBeInViewport();
});

test('what was logged can be taken back for ten seconds, and its text is there again', async ({
  page,
}) => {
  const title = `Taken back ${Date.now()}`;
  await signIn(page, 'recorder');
  const address = await logQuick(page, { title, url: `https://example.org/${Date.now()}` });
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page).toHaveURL(/\/incidents\/new\?draft=/);
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await expect(page.getByLabel('When', { exact: true })).toHaveValue('2016-07-22');
  expect((await page.request.get(`/api/v1${address}`)).status()).toBe(404);
  await page.getByRole('button', { name: 'Log the incident' }).click();
  await expect(page.getByRole('heading', { name: 'Logged' })).toBeVisible();
  expect((await page.request.get(`/api/v1${address}`)).status()).toBe(200);
});

test('after ten seconds taking back is not offered any more; a similar one begins from what it was', async ({
  page,
}) => {
  await signIn(page, 'recorder');
  await logQuick(page, { title: `Alike ${Date.now()}`, url: `https://example.org/${Date.now()}` });
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0, { timeout: 15_000 });
  await page.getByRole('button', { name: 'Log a similar one' }).click();
  await expect(page).toHaveURL(/like=/);
  await expect(page.getByText('Data theft and publication', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Victim state' })).toHaveValue('United States');
  await expect(page.getByLabel('Title')).toHaveValue('');
});

test('the same source leads to the record there is; a similar title only hints', async ({
  page,
}) => {
  const stamp = Date.now();
  const url = `https://news.example.org/story-${stamp}`;
  const title = `Letters of the harbour board published in the town of Example ${stamp}`;
  await signIn(page, 'recorder');
  const address = await logQuick(page, { title, url });
  await page.goto('/incidents/new');
  await formReady(page);
  await page.getByLabel('Source address').fill(`${url}?utm_source=mail`);
  await expect(page.getByText('This source is already on record.')).toBeVisible();
  await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', address);
  await page.getByLabel('Source address').fill('');
  await page.getByLabel('Title').fill(title.replace('published', 'leaked'));
  await page.getByLabel('When', { exact: true }).fill('2016-07');
  await expect(page.getByText('This may be on record already:')).toBeVisible();
  await fillQuick(page, { title: title.replace('published', 'leaked'), url: `${url}-other` });
  await page.getByRole('button', { name: 'Log the incident' }).click();
  await expect(page.getByRole('heading', { name: 'Logged' })).toBeVisible();
});

test('Ctrl K finds pages, templates, pacts and incidents; N is a letter while one types', async ({
  page,
}) => {
  await signIn(page, 'recorder', '/pacts');
  await expect(page.getByRole('button', { name: /^Find/ })).toHaveAttribute('data-ready', 'true');
  await page.keyboard.press('Control+k');
  const search = page.getByRole('dialog').getByLabel('Search');
  await expect(search).toBeFocused();
  await search.pressSequentially('democratic national');
  await expect(
    page.getByRole('dialog').getByText(/^Theft and publication of Democratic National/),
  ).toBeVisible();
  await search.fill('ransomware from');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/template=ransomware/);
  await formReady(page);
  await page.getByLabel('Title').pressSequentially('Northern ransom note');
  await expect(page.getByLabel('Title')).toHaveValue('Northern ransom note');
  await expect(saveLine(page)).toHaveText(/^Saved \d\d:/, { timeout: 15_000 });
});
