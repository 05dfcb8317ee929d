import { expect, test } from '@playwright/test';
import { expectSound, LOOKS, look, visit } from './visiting';

test('the library tells hypothetical from historical and from reference only', async ({ page }) => {
  await visit(page, '/pacts');
  for (const shelf of [/^Hypothetical \(/, /^Historical \(/, /^For reference only \(/])
    await expect(page.getByRole('heading', { name: shelf })).toBeVisible();
  const rows = page.getByRole('table', { name: 'Hypothetical pacts' }).getByRole('row');
  const count = (await rows.count()) - 1;
  expect(count).toBeGreaterThan(0);
  await expect(
    page
      .getByRole('table', { name: 'Hypothetical pacts' })
      .getByText('Hypothetical', { exact: true }),
  ).toHaveCount(count);
});

test('a pact shows its text beside its test, and its record beneath', async ({ page }) => {
  await visit(page, '/pacts/anti-doxing-2017');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Anti-doxing accord');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hypothetical');
  const test = page.getByRole('complementary', { name: 'Test of clause c1' });
  await expect(test).toContainText('Data theft and publication');
  await expect(test).toContainText('acknowledge within 7 days');
  const record = page.getByRole('link', { name: /\d+ tested, \d+ violations?, \d+ undecidable/ });
  await expect(record.first()).toHaveAttribute(
    'href',
    /pact=anti-doxing-2017.*clause=c1|clause=c1/,
  );
});

test('a refusal stands on the timeline, and who only refused stands apart', async ({ page }) => {
  await visit(page, '/pacts/moscow-exchange-of-letters-2018');
  await expect(page.locator('#adherence').getByText('Refused', { exact: true })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Compatibility of states that never joined' }),
  ).toBeVisible();
  const apart = page.getByRole('table', { name: 'States that refused or did not reply' });
  await expect(apart.getByRole('link', { name: 'United States' })).toBeVisible();
  const parties = page.getByRole('table', { name: /^In the order of the pact/ });
  await expect(parties.getByRole('link', { name: 'United States' })).toHaveCount(0);
});

test('a pact of eighty-three parties stays readable', async ({ page }) => {
  await visit(page, '/pacts/territory-due-diligence-13c');
  await expect(page.getByText('83 states')).toBeVisible();
  await page.getByText('83 states').click();
  await expect(page.getByText(/Argentina|Australia/).first()).toBeVisible();
  await expect(page.getByText(/more parties that no incident on record concerns/)).toBeVisible();
});

test('a reference pact is shown and never scored', async ({ page }) => {
  await visit(page, '/pacts/mtcr-1987');
  await expect(page.getByText('Kept for reference only: shown, and never scored.')).toBeVisible();
  await expect(page.locator('#standing')).toHaveCount(0);
});

test('an unknown pact answers 404; the routes answer programs', async ({ page, request }) => {
  const reply = await page.goto('/pacts/no-such-pact');
  expect(reply?.status()).toBe(404);
  const one = await request.get('/api/v1/pacts/anti-doxing-2017');
  expect((await one.json()).textHash).toMatch(/^[0-9a-f]{64}$/);
  expect((await request.get('/api/v1/pacts/no-such-pact')).status()).toBe(404);
  expect((await request.get('/api/v1/pacts/anti-doxing-2017?version=x')).status()).toBe(400);
  const policy = await request.get('/api/v1/policy');
  expect((await policy.json()).entries.priorWeight.value).toBe(2);
});

for (const one of LOOKS)
  test(`no accessibility fault in ${one.colorScheme} at ${one.width} px`, async ({ page }) => {
    await look(page, one);
    const paths = ['anti-doxing-2017', 'moscow-exchange-of-letters-2018'];
    for (const id of ['', ...paths, 'territory-due-diligence-13c']) {
      await visit(page, `/pacts/${id}`.replace(/\/$/, ''));
      await expectSound(page);
    }
  });
