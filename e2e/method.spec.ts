import { expect, test } from '@playwright/test';
import { expectSound, LOOKS, look, visit } from './visiting';

test('the method shows its values, its examples and its decision table', async ({ page }) => {
  await visit(page, '/method');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Method');
  const six = page.getByRole('table', { name: /each claim left out in turn/ });
  await expect(six.getByRole('row', { name: /^c1 / })).toContainText('0.119');
  await expect(page.getByText('0.781–0.988').first()).toBeVisible();
  const rules = page.getByRole('table', { name: 'Rules R0 to R14' });
  await expect(rules.getByRole('row')).toHaveCount(16);
  await expect(rules.getByRole('row', { name: /^R14 / })).toContainText('Violation: did not act');
  await expect(page.getByText('with a band from 8 to 34')).toBeVisible();
  await expect(page.getByText('demonstration corpus compiled from public sources')).toBeVisible();
});

test('a step of a trace leads to the part of the method it rests on', async ({ page }) => {
  await visit(page, '/incidents/us-2016-dnc-email-leak');
  await page.getByRole('link', { name: 'method 2.4, predicates' }).first().click();
  await expect(page).toHaveURL(/\/method#2-4$/);
  await expect(page.getByRole('heading', { name: '2.4 How claims add up' })).toBeInViewport();
});

for (const one of LOOKS)
  test(`no accessibility fault in ${one.colorScheme} at ${one.width} px`, async ({ page }) => {
    await look(page, one);
    await visit(page, '/method');
    await expectSound(page);
  });
