import { expect, test } from '@playwright/test';

test('a newcomer opens the product and it says its name', async ({ page }) => {
  const reply = await page.goto('/');
  expect(reply?.status()).toBe(200);
  await expect(page).toHaveTitle(/Servanda/);
});
