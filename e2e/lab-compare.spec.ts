import { expect, test } from '@playwright/test';
import { expectLight } from './taking';
import { axeFaults, expectReadable, expectSound, LOOKS, look, visit } from './visiting';

const PACT = 'anti-doxing-2017';
const WINDOW = `/lab/compare?pact=${PACT}&bSet=theta.link:0.9`;

test('two pacts are compared by their words and by what they find, and a flip opens both traces', async ({
  page,
  request,
}) => {
  await visit(page, `/lab/compare?pact=${PACT}`);
  await expect(page.getByText('These two say and do the same.')).toBeVisible();
  const b = page.getByRole('region', { name: 'Side B' });
  await b.getByText('Move a number').click();
  await b.getByLabel('Number', { exact: true }).selectOption({ label: 'Days to act' });
  await b.getByLabel('To (0 to 120)').fill('90');
  await b.getByRole('button', { name: 'Move it' }).click();
  await expect(page).toHaveURL(/bSet=actDays%3A90/);
  await expect(
    page.getByText('Days to act: 30 days → 90 days, every clause').first(),
  ).toBeVisible();

  await visit(page, WINDOW);
  await expectLight(page, '/lab/compare');
  await expect(page.getByText('Hypothetical', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/B in place of A turns \d+ findings?/)).toBeVisible();
  const said = await (await request.get(`/api/v1${WINDOW}`)).json();
  const flips = page.getByRole('region', { name: 'Flips' });
  await expect(flips.locator('tbody tr')).toHaveCount(said.flipCount);
  // A number of the matrix says which findings it is of, and leads back to all.
  await page.getByRole('link', { name: /^why\? Clause c1, Russia/ }).click();
  await expect(flips.locator('#flips-0-RU')).toBeFocused();
  await flips.getByRole('link', { name: 'Show all' }).click();
  await flips.getByRole('button', { name: /^Began/ }).click();
  const years = (await flips.locator('tbody td:nth-child(2)').allTextContents()).map((began) =>
    Number(/\d{4}/.exec(began)?.[0]),
  );
  expect(years).toEqual([...years].sort((one, two) => one - two));
  await flips.locator('tbody tr').first().getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Under A' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Under B' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Under B' }).getByText(/rule R\d+/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Under A' })).toBeHidden();

  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Swap A and B' }).click();
  await expect(page.getByText('Not connected: what was chosen is not compared.')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Swap A and B' }).click();
  await expect(page).toHaveURL(/set=theta\.link%3A0\.9.*bPact=/);
  const csv = await (await request.get(`/api/v1/lab/compare/flips?${WINDOW.split('?')[1]}`)).text();
  expect(csv.trimEnd().split('\r\n')).toHaveLength(said.flipCount + 1);
  const brief = await request.get(`/api/v1/lab/compare/brief?${WINDOW.split('?')[1]}`);
  expect([brief.status(), brief.headers()['content-type']]).toEqual([200, 'application/pdf']);
});

test('each number of the matrix opens the findings behind it, by keyboard and by address', async ({
  page,
}) => {
  await visit(page, `/lab/compare?pact=${PACT}&bSet=actDays:31`);
  const plain = page.locator('#matrix td [data-changed="false"] a').first();
  await plain.focus();
  const wanted = Number(((await plain.textContent()) ?? '').split(',')[0]);
  await page.keyboard.press('Enter');
  const panel = page.locator('#matrix aside');
  await expect(
    panel.getByText(new RegExp(`^${wanted} findings?, under either side`)),
  ).toBeVisible();
  await expect(panel.locator('li')).toHaveCount(Math.min(wanted, 25));
  const list = page.url();
  await panel.locator('li a').first().press('Enter');
  await expect(panel.getByRole('heading', { name: 'Under B' })).toBeVisible();
  await page.goBack();
  await expect(panel.locator('li').first()).toBeVisible();
  expect(page.url()).toBe(list);
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(plain).toBeFocused();
  await page.goBack();
  await expect(panel).toBeVisible();
  await page.reload();
  await expect(panel.locator('li').first()).toBeVisible();
});

test('each count of how a party stands opens the findings under its side', async ({ page }) => {
  await visit(page, WINDOW);
  for (const side of ['A', 'B']) {
    const number = page.locator(`#parties td a[href^="#standing-${side.toLowerCase()}-"]`).first();
    const wanted = Number(((await number.textContent()) ?? '').split(',')[0]);
    await number.press('Enter');
    const panel = page.locator('#parties aside');
    await expect(panel.getByText(new RegExp(`^${wanted} findings?, under ${side}`))).toBeVisible();
    await expect(panel.locator('li')).toHaveCount(Math.min(wanted, 25));
    await panel.locator('li a').first().press('Enter');
    await expect(panel.getByRole('heading', { name: `Under ${side}` })).toBeVisible();
    await page.reload();
    await expect(panel.getByRole('heading', { name: `Under ${side}` })).toBeVisible();
    await panel.getByRole('link', { name: 'Back to the list' }).click();
    await expect(panel.locator('li').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  }
});

test('the texts of two pacts stand redlined, at every width and in both themes', async ({
  page,
}) => {
  for (const each of LOOKS) {
    await look(page, each);
    await visit(page, '/lab/compare?pact=moscow-package-2020&bPact=counter-offer-2020');
    await expect(page.locator('ins, del').first()).toBeVisible();
    if (each.colorScheme === 'light') await expectSound(page);
    else await expectReadable(page);
  }
});

test('the smallest change that clears a violation is found, drawn, and opens the lab', async ({
  page,
}) => {
  await visit(page, `/lab/smallest?pact=${PACT}`);
  await expectLight(page, '/lab/smallest');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Search for the smallest change' }).click();
  await expect(
    page.getByText('The least change of one number that clears the finding'),
  ).toBeVisible();
  await expect(page).toHaveURL(/findings=/);
  expect(await axeFaults(page)).toEqual([]);
  const rows = page.getByRole('region', { name: 'What each change costs' }).locator('tbody tr');
  const first = rows.first().getByRole('link').first();
  await expect(first).toHaveAttribute('href', /^\/lab\?pact=.*set=/);
  // The address is the question: opened anew it is answered anew.
  await page.reload();
  await expect(
    page.getByText('The least change of one number that clears the finding'),
  ).toBeVisible();
  await look(page, LOOKS[1]);
  await expectReadable(page);
});
