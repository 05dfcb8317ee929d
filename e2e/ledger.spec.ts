import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { personIn, signIn } from './recording';
import { expectSound, LOOKS, look, visit } from './visiting';

/** Downloads what a link gives and tells its name and bytes. */
async function downloaded(page: Page, link: string | RegExp) {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).first().click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const chosen = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/plain', buffer });

test('an auditor exports the ledger and verifies it without a network; a changed byte is named', async ({
  page,
  context,
}) => {
  await signIn(page, 'auditor', '/ledger');
  await page.locator('html[data-ready]').waitFor();
  const entries = page.getByRole('table', { name: 'Entries of the ledger, newest first' });
  const first = await entries.getByRole('row').nth(1).getByRole('rowheader').textContent();
  const file = await downloaded(page, 'Export the whole ledger');
  expect(file.name).toMatch(/^servanda-ledger-\d{4}-\d\d-\d\d-\d+\.jsonl$/);
  const proof = await downloaded(page, `Proof of entry ${first}`);
  await page.reload();
  await expect(entries.getByRole('row').nth(1)).toContainText('ledger.exported');

  await visit(page, '/verify');
  await context.setOffline(true);
  const picker = page.getByLabel('Export, proof or certificate');
  await picker.setInputFiles([chosen(file.name, file.bytes), chosen(proof.name, proof.bytes)]);
  await expect(page.getByRole('heading', { name: /Whole: every entry/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /The proof holds/ })).toBeVisible();
  await expect(page.getByText('it fits the export above')).toBeVisible();
  const header = JSON.parse(file.bytes.toString('utf8').split('\n')[0] ?? '');
  await expect(page.getByText(header.head)).toBeVisible();
  await expect(page.getByText(header.root).first()).toBeVisible();

  const changed = Buffer.from(file.bytes);
  const place = changed.indexOf('"seq":7,');
  changed[place + '"seq":'.length] = '8'.charCodeAt(0);
  await picker.setInputFiles([chosen('changed.jsonl', changed)]);
  await expect(page.getByRole('heading', { name: 'Not whole' })).toBeVisible();
  await expect(page.getByText(/^Entry 7 \(line 8\): another number stands/)).toBeVisible();
  await context.setOffline(false);
});

test('the ledger is for the auditor: others are refused, by the page and by the door', async ({
  browser,
  page,
}) => {
  await page.goto('/ledger');
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  expect((await page.request.get('/api/v1/ledger/export')).status()).toBe(401);
  const recorder = await personIn(browser, 'recorder');
  await expect(recorder.getByRole('navigation', { name: 'Main' })).not.toContainText('Ledger');
  for (const path of ['/api/v1/ledger', '/api/v1/ledger/export'])
    expect((await recorder.request.get(path)).status()).toBe(403);
  expect((await recorder.request.get('/ledger')).status()).toBe(404);
  expect((await page.request.get('/api/v1/ledger/proofs?entry=1')).status()).toBe(200);
  await recorder.context().close();
});

test('a payload is redacted by an admin and the chair, and the export stays whole', async ({
  browser,
  page,
}) => {
  await signIn(page, 'auditor', '/ledger');
  const newest = await (await page.request.get('/api/v1/ledger?size=1&type=user.created')).json();
  const [about] = newest.entries;
  const admin = await personIn(browser, 'admin', '/ledger');
  await admin.getByLabel('Number of the entry').fill(`${about.seq}`);
  await admin.getByRole('button', { name: 'Ask for it' }).click();
  await expect(admin.getByText('Say why.')).toBeVisible();
  await admin.getByLabel('Why its payload has to go').fill('It names a private person');
  await admin.getByRole('button', { name: 'Ask for it' }).click();
  await expect(admin.getByText('A second person has to confirm this.')).toBeVisible();
  const chair = await personIn(browser, 'chair', '/ledger');
  const item = chair.getByRole('listitem').filter({ hasText: `Entry ${about.seq}` });
  await item.getByLabel('Why you decide so').fill('It does');
  await item.getByRole('button', { name: 'Empty the payload for good' }).click();
  await expect(chair.getByText('No redaction waits for a decision.')).toBeVisible();
  await visit(page, `/ledger?before=${about.seq + 1}`);
  await expect(page.getByRole('row').nth(1)).toContainText('redacted');
  const { name, bytes } = await downloaded(page, 'Export the whole ledger');
  await visit(page, '/verify');
  await page.getByLabel('Export, proof or certificate').setInputFiles([chosen(name, bytes)]);
  await expect(page.getByText(/payloads?; an entry tells of/)).toBeVisible();
  await admin.context().close();
  await chair.context().close();
});

for (const each of LOOKS)
  test(`axe finds nothing in ${each.colorScheme} at ${each.width} px`, async ({ page }) => {
    await look(page, each);
    await visit(page, '/verify');
    await expectSound(page);
    const picker = page.getByLabel('Export, proof or certificate');
    await picker.setInputFiles([chosen('no-export.txt', Buffer.from('no export\n'))]);
    await expect(page.getByText(/^The header \(line 1\): this is not the header/)).toBeVisible();
    await expectSound(page);
    await signIn(page, 'auditor', '/ledger');
    await page.locator('summary', { hasText: 'payload of entry' }).first().click();
    await expectSound(page);
    const file = await downloaded(page, 'Export the whole ledger');
    await visit(page, '/verify');
    await picker.setInputFiles([chosen(file.name, file.bytes)]);
    await expect(page.getByRole('heading', { name: /Whole: every entry/ })).toBeVisible();
    await expectSound(page);
  });
