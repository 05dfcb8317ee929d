import { expect, test } from '@playwright/test';
import { attemptAgain, formReady, personIn, SAVED, saveLine, signIn } from './recording';

test('a draft is saved after a pause, says so in the words of the server, and survives a reload', async ({
  page,
}) => {
  await signIn(page, 'analyst-1', '/incidents/new');
  await formReady(page);
  await page.getByLabel('Title').pressSequentially('Kept while typing');
  await expect(saveLine(page)).toHaveText('Not saved yet');
  await expect(saveLine(page)).toHaveText(SAVED);
  await expect(page).toHaveURL(/draft=/);
  await page.reload();
  await formReady(page);
  await expect(page.getByLabel('Title')).toHaveValue('Kept while typing');
  await expect(saveLine(page)).toHaveText(SAVED);
});

test('the connection is cut in mid-edit: the text stays on this device, and is sent when it is back', async ({
  page,
  context,
}) => {
  await signIn(page, 'analyst-1', '/incidents/new');
  await formReady(page);
  await page.getByLabel('Title').pressSequentially('Before the cut');
  await expect(saveLine(page)).toHaveText(SAVED);
  await context.setOffline(true);
  await page.getByLabel('Title').pressSequentially(', and during it');
  await expect(saveLine(page)).toHaveText('Not connected: kept on this device');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).toContain('Before the cut, and during it');
  await context.setOffline(false);
  await expect(saveLine(page)).toHaveText(SAVED);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('the cut');
  await page.reload();
  await formReady(page);
  await expect(page.getByLabel('Title')).toHaveValue('Before the cut, and during it');
});

test('the window is closed without a connection: the next one finds the text on this device', async ({
  page,
  context,
}) => {
  await signIn(page, 'analyst-2', '/incidents/new');
  await formReady(page);
  await context.setOffline(true);
  await page.getByLabel('Title').pressSequentially('Written in a tunnel');
  await expect(saveLine(page)).toHaveText('Not connected: kept on this device');
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/incidents/new');
  await formReady(next);
  await expect(next.getByLabel('Title')).toHaveValue('Written in a tunnel');
  await expect(next.getByText('What this device had kept for you is back')).toBeVisible();
  await expect(saveLine(next)).toHaveText(SAVED);
});

test('the session ends in mid-edit: one signs in again over the form and keeps the draft', async ({
  page,
  context,
}) => {
  await signIn(page, 'analyst-1', '/incidents/new');
  await formReady(page);
  await page.getByLabel('Title').pressSequentially('Before the session ended');
  await expect(saveLine(page)).toHaveText(SAVED);
  await context.clearCookies();
  await page.getByLabel('Title').pressSequentially(', and after');
  await expect(saveLine(page)).toContainText('Signed out: kept on this device');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await attemptAgain(page, 'analyst-2');
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog.getByRole('alert')).toContainText('That is another account');
  await attemptAgain(page, 'analyst-1');
  await expect(dialog).toHaveCount(0);
  await expect(saveLine(page)).toHaveText(SAVED);
  await page.reload();
  await formReady(page);
  await expect(page.getByLabel('Title')).toHaveValue('Before the session ended, and after');
});

test('leaving in the middle of a word loses nothing, and a deleted draft comes back', async ({
  page,
}) => {
  const title = `Left in the middle ${Date.now()}`;
  await signIn(page, 'analyst-2', '/incidents/new');
  await formReady(page);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('link', { name: 'Pacts', exact: true }).first().click();
  await expect(page).toHaveURL(/\/pacts$/);
  await expect
    .poll(async () => {
      await page.goto('/drafts');
      return page.getByRole('link', { name: title }).count();
    })
    .toBe(1);
  await page.getByRole('button', { name: `Delete … ${title}` }).click();
  await expect(page.getByText(/^No finding rests on this draft/)).toBeVisible();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
  await page.getByRole('button', { name: `Take back ${title}` }).click();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
});

test('"back" to a form that was left in mid-word finds the text, and makes no second draft', async ({
  page,
}) => {
  const title = `Left and back ${Date.now()}`;
  await signIn(page, 'analyst-1', '/incidents/new');
  await formReady(page);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('link', { name: 'Pacts', exact: true }).first().click();
  await expect(page).toHaveURL(/\/pacts$/);
  await page.goBack();
  await formReady(page);
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await page.getByLabel('Title').fill(`${title}, gone on with`);
  await expect(saveLine(page)).toHaveText(SAVED);
  await page.goto('/drafts');
  await expect(page.getByRole('link', { name: title })).toHaveCount(1);
  await expect(page.getByRole('link', { name: `${title}, gone on with` })).toBeVisible();
});

test('what a device kept from before a later save elsewhere is put beside it, and overwrites nothing', async ({
  page,
  browser,
}) => {
  await signIn(page, 'analyst-1', '/incidents/new');
  await formReady(page);
  await page.getByLabel('Title').fill('Begun here');
  await expect(saveLine(page)).toHaveText(SAVED);
  const address = page.url();
  const context = page.context();
  await context.setOffline(true);
  await page.getByLabel('Title').fill('Gone on with in a tunnel');
  await expect(saveLine(page)).toHaveText('Not connected: kept on this device');
  await page.close();
  const other = await personIn(browser, 'analyst-1');
  await other.goto(address);
  await formReady(other);
  await other.getByLabel('Title').fill('Gone on with elsewhere');
  await expect(saveLine(other)).toHaveText(SAVED);
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await formReady(again);
  await expect(again.getByLabel('Title')).toHaveValue('Gone on with in a tunnel');
  await expect(saveLine(again)).toContainText('this draft was changed elsewhere');
  await again.getByRole('button', { name: 'See both versions' }).click();
  await expect(again.getByRole('dialog')).toContainText('Gone on with elsewhere');
  await other.context().close();
});

test('one draft in two windows: nothing is overwritten, both versions are put together', async ({
  page,
  browser,
}) => {
  await signIn(page, 'analyst-1', '/incidents/new');
  await formReady(page);
  await page.getByLabel('Title').fill('Two windows');
  await expect(saveLine(page)).toHaveText(SAVED);
  const other = await personIn(browser, 'analyst-1');
  await other.goto(page.url());
  await formReady(other);
  await other.getByLabel('Title').fill('Two windows, the second');
  await other.getByLabel('Source address').fill('https://example.org/second');
  await expect(saveLine(other)).toHaveText(SAVED);
  await page.getByLabel('Title').fill('Two windows, the first');
  await page.getByLabel('When', { exact: true }).fill('2020');
  await expect(saveLine(page)).toContainText('this draft was changed elsewhere');
  await page.getByRole('button', { name: 'See both versions' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Theirs/ }).check();
  await dialog.getByRole('button', { name: 'Put together' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Two windows, the second');
  await expect(page.getByLabel('When', { exact: true })).toHaveValue('2020');
  await expect(page.getByLabel('Source address')).toHaveValue('https://example.org/second');
  await expect(saveLine(page)).toHaveText(SAVED);
  await other.context().close();
});
