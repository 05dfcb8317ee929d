import { expect, test } from '@playwright/test';
import { axeFaults, expectSound, LOOKS, look, visit } from './visiting';

const LEAK = '/incidents/us-2016-dnc-email-leak';

test('a reader searches, filters and sorts; the address keeps the question', async ({ page }) => {
  await visit(page, '/incidents');
  await expect(page.getByRole('status').first()).toContainText(/\d+ incidents, showing 1 to 25/);
  await page.getByLabel(/^Search titles/).fill('democratic national');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/q=democratic(\+|%20)national/);
  await expect(
    page.getByRole('link', {
      name: 'Theft and publication of Democratic National Committee emails',
    }),
  ).toBeVisible();
  await page.getByLabel('Conduct').selectOption('data-theft-and-doxing');
  await expect(page).toHaveURL(/conduct=data-theft-and-doxing/);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).not.toHaveURL(/conduct=/);
  await page.getByRole('button', { name: /^Severity/ }).click();
  await expect(page).toHaveURL(/sort=severity/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /^Severity/ })).toHaveAttribute(
    'aria-sort',
    /ascending|descending/,
  );
});

test('pages have addresses, and a search without result teaches', async ({ page }) => {
  await visit(page, '/incidents?page=2&size=50');
  await expect(page.getByText(/showing 51 to 100/)).toBeVisible();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=3/);
  await expect(page.getByText(/showing 101 to 150/)).toBeVisible();
  await visit(page, '/incidents?q=zzzzqqqq');
  await expect(page.getByText('No incident on record fits this search')).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

test('an incident says what happened, how it would be judged, and why', async ({ page }) => {
  await visit(page, `${LEAK}?pact=anti-doxing-2017&from=2016-01-01`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Theft and publication');
  const rail = page.getByRole('complementary', { name: 'Under each pact' });
  await expect(rail.getByText('Hypothetical').first()).toBeVisible();
  await expect(rail.getByText('Violation: committed').first()).toBeVisible();
  const why = page.getByRole('complementary', { name: /^Why, for/ });
  await expect(why).toContainText('rule R4');
  await why.getByRole('link', { name: 'Started' }).click();
  await expect(page).toHaveURL(/pact=anti-doxing-2017.*#facts-started/);
  await expect(page.locator('#facts-started')).toBeInViewport();
  for (const anchor of ['claims-c1', 'notifications-0', 'responses-0', 'sources-s1'])
    await expect(page.locator(`#${anchor}`)).toBeAttached();
});

test('another finding opens its reasons, and its address can be shared', async ({ page }) => {
  await visit(page, LEAK);
  const findings = page.getByRole('table', { name: /^Findings under clauses/ });
  await findings.getByRole('link').last().click();
  await expect(page).toHaveURL(/clause=/);
  const address = page.url();
  const title = await page.getByRole('complementary', { name: /^Why, for/ }).textContent();
  await visit(page, '/incidents');
  await visit(page, address);
  await expect(page.getByRole('complementary', { name: /^Why, for/ })).toHaveText(title ?? '');
});

test('on an earlier day less was known', async ({ page }) => {
  await visit(page, `${LEAK}?asOf=2016-05-01`);
  await expect(page.getByText('No claim names a state on this day.')).toBeVisible();
  await expect(page.getByText('not yet made on this day').first()).toBeVisible();
  await page.getByRole('button', { name: 'Today' }).click();
  await expect(page).not.toHaveURL(/asOf/);
  await expect(page.getByText('No claim names a state on this day.')).toBeHidden();
});

test('the timeline has a table, by button and by key', async ({ page }) => {
  await visit(page, LEAK);
  const table = page.getByRole('table', { name: /^Everything dated/ });
  await page.locator('#timeline').getByRole('button', { name: /Table/ }).focus();
  await page.keyboard.press('t');
  await expect(table).toBeVisible();
  await table.getByRole('link').first().click();
  await expect(page).toHaveURL(/#/);
});

test('an unknown incident answers 404 and says where to go', async ({ page }) => {
  const reply = await page.goto('/incidents/no-such-incident');
  expect(reply?.status()).toBe(404);
  await expect(page.getByRole('link', { name: 'Search the incidents on record' })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

for (const one of LOOKS)
  test(`no accessibility fault in ${one.colorScheme} at ${one.width} px`, async ({ page }) => {
    await look(page, one);
    for (const path of ['/incidents', LEAK, `${LEAK}?pact=territory-due-diligence-13c`]) {
      await visit(page, path);
      await expectSound(page);
    }
  });

test('the routes answer programs: a page of incidents, one incident, a named fault, a closed door', async ({
  request,
}) => {
  const list = await request.get('/api/v1/incidents?conduct=ransomware&size=5');
  expect(list.status()).toBe(200);
  const body = await list.json();
  expect(body.incidents.length).toBeLessThanOrEqual(5);
  expect(body.total).toBeGreaterThan(0);
  const one = await request.get('/api/v1/incidents/us-2016-dnc-email-leak');
  expect((await one.json()).incident.id).toBe('us-2016-dnc-email-leak');
  const none = await request.get('/api/v1/incidents/no-such-incident');
  expect(none.status()).toBe(404);
  const wrong = await request.get('/api/v1/incidents?severity=9');
  expect(wrong.status()).toBe(400);
  expect((await wrong.json()).faults[0].path).toBe('severity');
  const closed = await request.post('/api/v1/incidents', { data: {} });
  expect(closed.status()).toBe(401);
});
