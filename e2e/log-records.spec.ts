import { expect, test } from '@playwright/test';
import { formReady, logQuick, personIn, signIn } from './recording';
import { axeFaults, expectSound, LOOKS, look } from './visiting';

const fresh = () => ({ title: `Record ${Date.now()}`, url: `https://example.org/${Date.now()}` });

test('a pasted screenshot is hashed here and there, starts out sealed, and opens for a reason', async ({
  page,
}) => {
  await signIn(page, 'recorder');
  const address = await logQuick(page, fresh());
  await page.goto(address);
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await expect(page.getByLabel('Files')).toBeFocused();
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 20;
    canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const clipboardData = new DataTransfer();
    if (blob !== null)
      clipboardData.items.add(new File([blob], 'image.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await expect(page.getByText(/SHA-256 [0-9a-f]{64}/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('Say what it shows.')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel('Description', { exact: true }).fill('The page as it stood');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText(/is kept; both hashes agree: [0-9a-f]{64}\./)).toBeVisible();
  const item = page.locator('#evidence').getByRole('listitem').first();
  await expect(item).toContainText('sealed');
  await expect(item.getByRole('link', { name: /^Download/ })).toHaveCount(0);
  await item.getByRole('button', { name: /^Open the original/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open it' }).click();
  await expect(dialog.getByText('Say why it has to be opened.')).toBeVisible();
  await dialog.getByLabel('Why it has to be opened').fill('To check the date');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Open it' }).click();
  expect((await download).suggestedFilename()).toMatch(/^screenshot-.+\.png$/);
  await item.getByText(/^Custody:/).click();
  await expect(item.getByText('(“To check the date”)')).toBeVisible();
});

test('a file of a kind that is not kept is refused in a sentence', async ({ page }) => {
  await signIn(page, 'recorder');
  await page.goto(await logQuick(page, fresh()));
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByLabel('Files').setInputFiles([
    { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>x') },
    { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
  ]);
  await expect(page.getByText(/^a\.html: This type of file cannot be stored/)).toBeVisible();
  await expect(page.getByRole('group', { name: 'b.txt' })).toBeVisible();
});

test('several files are picked and dropped at once; one is withdrawn, told first what that changes, and brought back', async ({
  page,
}) => {
  await signIn(page, 'recorder');
  await page.goto(await logQuick(page, fresh()));
  await page.getByRole('button', { name: 'Add evidence' }).click();
  const files = page.getByLabel('Files');
  await files.setInputFiles([
    { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('one') },
    { name: 'mail.eml', mimeType: '', buffer: Buffer.from('From: a@example.org') },
  ]);
  const dataTransfer = await page.evaluateHandle(() => {
    const held = new DataTransfer();
    held.items.add(new File(['a,b'], 'rows.csv', { type: 'text/csv' }));
    held.items.add(new File(['{}'], 'b.json', { type: 'application/json' }));
    return held;
  });
  await files.locator('..').dispatchEvent('drop', { dataTransfer });
  const picked = page.locator('[data-pending]');
  await expect(picked).toHaveCount(4);
  for (const one of await picked.all()) {
    await one.getByLabel('Description', { exact: true }).fill('What it shows');
    await one.getByLabel('Captured with').fill('A browser 1.0');
  }
  await page.getByRole('button', { name: 'Keep 4 items' }).click();
  await expect(page.getByText(/is kept; both hashes agree: [0-9a-f]{64}\./)).toHaveCount(4);
  const item = page.locator('#evidence li[id]').filter({ hasText: 'mail.eml' });
  await item.getByRole('button', { name: /^Withdraw/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^No claim rests on it; .* no finding changes\.$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(dialog.getByText('Say why.')).toBeVisible();
  await dialog.getByLabel('Why it is withdrawn').fill('The wrong message');
  await dialog.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(item.getByText(/^withdrawn \d/)).toBeVisible();
  await expect(item.getByRole('link', { name: /^Download/ })).toHaveCount(0);
  await item.getByRole('button', { name: /^Bring it back/ }).click();
  await dialog.getByLabel('Why it is brought back').fill('It was right');
  await dialog.getByRole('button', { name: 'Bring it back' }).click();
  await expect(item.getByRole('button', { name: /^Withdraw/ })).toBeVisible();
  await item.getByText('Custody: 3 entries').click();
  await expect(item.getByText('(“The wrong message”)')).toBeVisible();
});

test('a merge is made and undone by two people, from the page of the record that stands', async ({
  browser,
}) => {
  const recorder = await personIn(browser, 'recorder');
  const merged = await logQuick(recorder, fresh());
  const stands = await logQuick(recorder, fresh());
  const reviewer = await personIn(browser, 'reviewer');
  const accept = async () => {
    await reviewer.goto(`${merged}/history`);
    await reviewer.getByLabel('Why you decide so').fill('Agreed');
    await reviewer.getByRole('button', { name: 'Accept' }).click();
    await expect(reviewer.getByLabel('Why you decide so')).toHaveCount(0);
  };
  await recorder.goto(`${merged}/history`);
  await recorder.getByRole('button', { name: 'Propose to retract or merge …' }).click();
  await recorder.getByLabel('What shall be done').selectOption('merge');
  await recorder.getByLabel(/^The record that stands for it/).fill(`https://here.example${stands}`);
  await recorder.getByLabel('Why', { exact: true }).fill('One event');
  await recorder.getByRole('button', { name: 'Propose it' }).click();
  await expect(recorder.getByText('Waits for a second person.')).toBeVisible();
  await accept();
  await recorder.goto(merged);
  await expect(recorder).toHaveURL(({ pathname }) => pathname === stands);
  await recorder.goto(`${stands}/history`);
  await recorder.getByRole('button', { name: 'Propose to undo this merge …' }).click();
  await expect(recorder.getByText(/rests? on this record/).last()).toBeVisible();
  await recorder.getByLabel('Why it is undone').fill('Two events');
  await recorder.getByRole('button', { name: 'Propose it' }).click();
  await expect(recorder.getByText(/that waits for a second person/)).toBeVisible();
  await accept();
  await recorder.goto(merged);
  await expect(recorder).toHaveURL(({ pathname }) => pathname === merged);
  await recorder.context().close();
  await reviewer.context().close();
});

test('a record is retracted and restored by two people, told first what rests on it', async ({
  browser,
}) => {
  const recorder = await personIn(browser, 'recorder');
  const address = await logQuick(recorder, fresh());
  const reviewer = await personIn(browser, 'reviewer');
  for (const [open, status] of [
    ['Propose to retract or merge …', 'retracted'],
    ['Propose to restore …', 'reported'],
  ] as const) {
    await recorder.goto(`${address}/history`);
    await recorder.getByRole('button', { name: open }).click();
    await expect(recorder.getByText(/rests? on this record/).first()).toBeVisible();
    await recorder.getByLabel('Why', { exact: true }).fill('Shown to be so');
    await recorder.getByRole('button', { name: 'Propose it' }).click();
    await expect(recorder.getByText('Waits for a second person.')).toBeVisible();
    await reviewer.goto(`${address}/history`);
    await reviewer.getByLabel('Why you decide so').fill('Agreed');
    await reviewer.getByRole('button', { name: 'Accept' }).click();
    await expect(reviewer.getByText(/^Accepted by/).first()).toBeVisible();
    const statusNow = async () =>
      (await (await recorder.request.get(`/api/v1${address}`)).json()).incident.status;
    await expect.poll(statusNow).toBe(status);
  }
  await recorder.context().close();
  await reviewer.context().close();
});

/** One record each: what a form was left with is there again when it is opened. */
const RECORDS = { light: 'us-2016-dccc-leak', dark: 'us-2016-podesta-email-leak' };

for (const one of LOOKS)
  test(`axe finds nothing on the forms with errors in ${one.colorScheme} at ${one.width} px`, async ({
    page,
  }) => {
    await look(page, one);
    await signIn(page, 'analyst-1', '/incidents/new');
    await formReady(page);
    await page.getByRole('button', { name: 'Log the incident' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'from being logged' })).toBeFocused();
    await expectSound(page);
    await page.goto(`/incidents/${RECORDS[one.colorScheme]}/edit`);
    await formReady(page);
    for (const entry of ['claim', 'notification', 'response', 'plea'])
      await page.getByRole('button', { name: `Add a ${entry}` }).click();
    await page.getByRole('button', { name: 'Save the revision' }).click();
    await expect(page.getByText('Say why the record is changed.').first()).toBeVisible();
    await expectSound(page);
  });
