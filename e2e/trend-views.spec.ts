import { expect, test } from '@playwright/test';
import { expectLight, taken, textOf } from './taking';
import { expectReadable, expectSound, look, visit } from './visiting';

/** Every view with a pact under which it has something to show, and its charts. */
const VIEWS = [
  {
    path: '/trends/attribution?from=2016-01-01',
    label: 'Attribution',
    charts: ['belief', 'threshold', 'intervals', 'lag', 'accusations'],
  },
  {
    path: '/trends/effect?pact=us-china-2015',
    label: 'Pact effect',
    charts: ['change-point', 'segmented', 'controlled', 'placebo'],
  },
  {
    path: '/trends/response?from=2016-01-01',
    label: 'Response',
    charts: ['acknowledged', 'investigated', 'acted', 'ladder', 'clocks'],
  },
  { path: '/trends/standing?from=2016-01-01', label: 'Standing over time', charts: ['bands'] },
  {
    path: '/trends/robustness?from=2016-01-01',
    label: 'Robustness',
    charts: ['words', 'tornado'],
  },
  {
    path: '/trends/symmetry?from=2016-01-01',
    label: 'Symmetry',
    charts: ['exchange', 'differences', 'mirror'],
  },
] as const;

for (const { path, label, charts } of VIEWS)
  test(`${label}: an answer, its charts, their tables, what is taken away`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await visit(page, path);
    await expectLight(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\w.+\.$/);
    const nav = page.getByRole('navigation', { name: 'Views of the trends' });
    await expect(nav.getByRole('link', { name: label, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await expectSound(page);
    const [first] = charts;
    const svg = await textOf(
      await taken(page, page.locator(`section#${first}`), 'Picture to edit (SVG)'),
    );
    expect(svg).toContain('policy 2026-11');
    expect(svg).not.toMatch(/var\(|light-dark|color-mix|class=/);
    for (const id of charts) {
      const chart = page.locator(`section#${id}`);
      await expect(chart.locator('p.visually-hidden').first()).toHaveText(/\w.+/);
      await expect(chart.getByRole('button', { name: 'L Link' })).toBeVisible();
      await chart.locator('[data-key="t"]').focus();
      await page.keyboard.press('t');
      await expect(chart.getByRole('table').first()).toBeVisible();
    }
    await look(page, { colorScheme: 'dark', width: 360 });
    await visit(page, path);
    await expect(page.locator('[data-picture]').first()).toBeVisible();
    await expectReadable(page);
    expect(faults).toEqual([]);
  });

test('the effect of the pact of 2015 is told with its date, and never as caused by it', async ({
  page,
}) => {
  await visit(page, '/trends/effect');
  await page.getByRole('link', { name: /September 2015/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('pact of September 2015');
  await expect(page.getByText(/caused by/)).toHaveCount(0);
});

test('the threshold is moved by keyboard, and less counts as it rises', async ({ page }) => {
  await visit(page, '/trends/attribution?from=2016-01-01');
  const slider = page.getByRole('slider', { name: 'Threshold of evidence' });
  await slider.focus();
  await page.keyboard.press('Home');
  const said = page
    .locator('#threshold')
    .getByText(/^At a threshold of/)
    .last();
  await expect(said).toHaveText(/^At a threshold of 0\.00/);
  const found = async () =>
    Number(/(\d+) violations? found/.exec((await said.textContent()) ?? '')?.[1]);
  const least = await found();
  await page.keyboard.press('End');
  await expect(said).toHaveText(/^At a threshold of 1\.00/);
  expect(await found()).toBeLessThanOrEqual(least);
});

test('a row of a table opens the incidents behind it, and the address keeps it', async ({
  page,
}) => {
  await visit(page, '/trends/response?from=2016-01-01');
  const chart = page.locator('section#acknowledged');
  await chart.getByRole('table').last().getByRole('button').last().click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('link').first()).toHaveAttribute('href', /^\/incidents\//);
  await expect(page).toHaveURL(/open=acknowledged/);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});
