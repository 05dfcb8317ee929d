import { expect, type Page, test } from '@playwright/test';
import { formReady, personIn, SAVED, saveLine, signIn } from './recording';

const RECORD = '/incidents/us-2016-dark-basin-hack-for-hire';

async function openEditor(page: Page): Promise<void> {
  await page.goto(`${RECORD}/edit`);
  await formReady(page);
}

async function save(page: Page, reason: string): Promise<void> {
  await page.getByLabel('Why it is changed').fill(reason);
  await page.getByRole('button', { name: 'Save the revision' }).click();
}

const titleOf = (page: Page) => page.locator('#facts').getByLabel('Title');

const dayBefore = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

test('two people revise one record: the second puts both together, field by field', async ({
  browser,
}) => {
  const stamp = Date.now();
  const [ann, amir] = [await personIn(browser, 'analyst-1'), await personIn(browser, 'analyst-2')];
  await openEditor(ann);
  await openEditor(amir);
  await titleOf(ann).fill(`Title by Anna ${stamp}`);
  await ann.getByLabel('Victims by name').fill(`Named by Anna ${stamp}`);
  await save(ann, 'A better title');
  await expect(ann).toHaveURL(/saved=\d+/);
  await titleOf(amir).fill(`Title by Amir ${stamp}`);
  await amir.getByLabel('Why this severity').fill(`Rated by Amir ${stamp}`);
  await save(amir, 'Another title');
  const dialog = amir.getByRole('dialog');
  await expect(dialog).toContainText('Anna Analyst');
  await expect(dialog).toContainText(`Title by Anna ${stamp}`);
  await expect(dialog).toContainText(`Title by Amir ${stamp}`);
  await dialog.getByRole('radio', { name: /^Yours/ }).check();
  await dialog.getByRole('button', { name: 'Put together' }).click();
  await amir.getByRole('button', { name: 'Save the revision' }).click();
  await expect(amir).toHaveURL(/saved=\d+/);
  const reply = await amir.request.get(`/api/v1${RECORD}`);
  expect((await reply.json()).incident).toMatchObject({
    title: `Title by Amir ${stamp}`,
    victims: [`Named by Anna ${stamp}`],
    severityNote: `Rated by Amir ${stamp}`,
  });
  await ann.context().close();
  await amir.context().close();
});

test('a record revised today looks on an earlier day as it did then', async ({ page }) => {
  await signIn(page, 'analyst-1');
  await page.goto(`${RECORD}?asOf=${dayBefore()}`);
  const then = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await openEditor(page);
  const title = `Revised today ${Date.now()}`;
  await titleOf(page).fill(title);
  await save(page, 'To see the record as of yesterday');
  await expect(page).toHaveURL(/saved=\d+/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await page.goto(`${RECORD}/history`);
  await expect(page.getByText('“To see the record as of yesterday”')).toBeVisible();
  await expect(page.getByText(title).first()).toBeVisible();
  await page.getByLabel('See the record as it was known on').fill(dayBefore());
  await page.getByRole('button', { name: 'See it' }).click();
  await expect(page).toHaveURL(/asOf=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(then);
});

test('entries are added, moved, removed and put back by keyboard', async ({ page }) => {
  await signIn(page, 'analyst-2', '/incidents/new');
  await formReady(page);
  await page.getByLabel('Title').fill('By keyboard');
  await expect(saveLine(page)).toHaveText(SAVED);
  await page.getByRole('button', { name: 'Go on in the full dossier' }).click();
  await expect(page).toHaveURL(/\/drafts\//);
  await formReady(page);
  const sources = page.locator('#sources');
  const add = sources.getByRole('button', { name: 'Add a source' });
  for (const name of ['First', 'Second']) {
    await add.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type(name);
  }
  const lines = sources.locator('summary');
  await expect(lines).toHaveText([/First/, /Second/]);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(lines).toHaveText([/Second/, /First/]);
  await sources.getByRole('button', { name: 'Remove source 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(lines).toHaveText([/First/]);
  await sources.getByRole('button', { name: 'Put it back' }).focus();
  await page.keyboard.press('Enter');
  await expect(lines).toHaveText([/Second/, /First/]);
  await expect(saveLine(page)).toHaveText(SAVED);
});
