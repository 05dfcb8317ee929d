import { expect, type Locator, type Page, test } from '@playwright/test';
import { personIn, SAVED, saveLine, signIn } from './recording';
import { expectReadable, expectSound, LOOKS, look, visit } from './visiting';

const PACT = 'anti-doxing-2017';

/** How many findings of a clause are violations, as the panel beside it tells. */
async function violated(beside: Locator): Promise<number> {
  const figure = await beside.getByText(/\d+ tested: \d+ violated/).textContent();
  return Number(/(\d+) violated/.exec(figure ?? '')?.[1] ?? Number.NaN);
}

const beside = (page: Page) =>
  page.getByRole('region', { name: 'What clause c1 would have caught' });

test('an analyst forks a pact, tries a window in brackets, keeps version 2, records what states did', async ({
  page,
  browser,
}) => {
  await signIn(page, 'analyst-1', `/pacts/${PACT}`);
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: 'Draft a change' }).click();
  await expect(page).toHaveURL(/\/pacts\/drafts\/[0-9a-f-]{36}$/);
  await page.locator('html[data-ready]').waitFor();
  await expect(page.getByText('Draft, not saved as a version')).toBeVisible();
  const before = await violated(beside(page));
  expect(before).toBeGreaterThan(0);

  await test.step('alternatives in brackets are chosen, compared and closed', async () => {
    const text = page.getByRole('textbox', { name: 'Text', exact: true }).first();
    const words = await text.inputValue();
    await text.fill(`${words} It acts within [30 / 60 days].`);
    const open = page.getByRole('region', { name: 'Open brackets of clause c1' });
    await expect(open.getByLabel('It moves')).toHaveValue('actDays');
    await open.getByRole('button', { name: 'Compare the options' }).click();
    await expect(open.getByRole('row', { name: /^B: 60 days \d+ tested/ })).toBeVisible();
    await page.getByRole('button', { name: 'Keep as version 2' }).click();
    await expect(page.locator('form').getByRole('alert')).toContainText(
      '[30 / 60 days] is still open',
    );
    await open.getByRole('button', { name: 'Close [30 / 60 days] with 60 days' }).click();
    await expect(text).toHaveValue(/It acts within 60 days\.$/);
    await expect(page.getByRole('spinbutton', { name: 'Days to act', exact: true })).toHaveValue(
      '60',
    );
  });

  await test.step('what it would have caught follows the number', async () => {
    const link = page.getByRole('spinbutton', { name: /^Belief from which a link/ });
    await link.fill('1');
    await expect.poll(() => violated(beside(page))).toBeLessThan(before);
    await expect(
      page.getByRole('region', { name: 'What a lawyer would ask about clause c1' }),
    ).toContainText('above “clear and convincing”');
    await link.fill('0.5');
    await expect.poll(() => violated(beside(page))).toBeGreaterThan(0);
    // Without the record what the text alone gives rise to is still asked.
    await page.route('**/lab/clause-record', (route) => route.abort());
    await link.fill('0.99');
    await expect(page.getByRole('button', { name: 'Ask again' }).first()).toBeVisible();
    await expect(
      page.getByRole('region', { name: 'What a lawyer would ask about clause c1' }),
    ).toContainText('above “clear and convincing”');
    await page.unroute('**/lab/clause-record');
    await page.getByRole('button', { name: 'Ask again' }).first().click();
    await link.fill('0.5');
    await expect.poll(() => violated(beside(page))).toBeGreaterThan(0);
  });

  await test.step('a clause that names a party is refused with the word', async () => {
    const text = page.getByRole('textbox', { name: 'Text', exact: true }).first();
    const words = await text.inputValue();
    await text.fill(`Russia shall not. ${words}`);
    await expect(page.getByText(/names one of them: “Russia”/).first()).toBeVisible();
    await text.fill(words);
    await expect(page.getByText(/names one of them/)).toHaveCount(0);
  });

  await expect(saveLine(page)).toContainText(SAVED);
  await expectSound(page);
  await page.getByRole('button', { name: 'Keep as version 2' }).click();
  await expect(page).toHaveURL(`/pacts/${PACT}?version=2`);
  await page.locator('html[data-ready]').waitFor();
  await expect(page.locator('#version')).toContainText(/Version 2\. SHA-256 .*[0-9a-f]{64}/);

  for (const [party, state, reason] of [
    ['United States', 'Refused', 'It forbids too little.'],
    ['Russia', 'Signed', ''],
  ] as const)
    await test.step(`${party}: ${state}`, async () => {
      await page.getByRole('button', { name: 'Record adherence' }).click();
      const form = page.getByRole('form', { name: 'Record adherence' });
      await form.getByLabel('Party').selectOption({ label: party });
      await form.getByLabel('What it did').selectOption({ label: state });
      await form.getByLabel('When').fill('2026-10-01');
      await form.getByLabel('Reason it stated').fill(reason);
      await form.getByRole('button', { name: 'Record it' }).click();
      await expect(form).toHaveCount(0);
      await expect(page.locator('#adherence').getByText(state, { exact: true })).toBeVisible();
    });

  await test.step('anybody reads it, and the version before; nobody else sees the workshop', async () => {
    const visitor = await (await browser.newContext()).newPage();
    await visit(visitor, `/pacts/${PACT}`);
    const adherence = visitor.locator('#adherence');
    await expect(adherence).toContainText('It forbids too little.');
    await expect(adherence.getByText(/About version 2, text [0-9a-f]{64}/).first()).toBeVisible();
    await expect(visitor.locator('#text')).toContainText('It acts within 60 days.');
    await expect(visitor.getByRole('button', { name: 'Draft a change' })).toHaveCount(0);
    await visitor.locator('#version').getByRole('link', { name: 'Version 1' }).click();
    await expect(visitor.getByRole('note')).toContainText(
      'This is version 1. The latest is version 2',
    );
    await expect(visitor.locator('#text')).not.toContainText('It acts within 60 days.');
    await visitor.goto('/pacts/drafts');
    await expect(visitor).toHaveURL(/\/sign-in/);
    const reviewer = await personIn(browser, 'reviewer', '/pacts/drafts');
    await expect(reviewer.getByText('Your roles do not include that.')).toBeVisible();
  });
});

test('drafts are listed, repeated clause by clause with undo, deleted and taken back', async ({
  page,
}) => {
  await signIn(page, 'analyst-1', '/pacts/drafts');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: 'Draft a new pact' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A new pact');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('textbox', { name: 'Title' }).fill('Our own accord');
  await page.getByRole('button', { name: 'Duplicate clause c1' }).click();
  await expect(page.getByText('Clause c1 repeated as c2.')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Clause c2 moved.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove clause c1' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Remove clause/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Keep as a new pact' }).click();
  await expect(page.locator('form').getByRole('alert')).toContainText(
    'things keep this from being a version',
  );
  for (const one of LOOKS) {
    await look(page, one);
    await expectReadable(page);
  }
  await page.getByRole('button', { name: 'Delete the draft' }).click();
  await expect(page).toHaveURL('/pacts/drafts');
  await page.locator('html[data-ready]').waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: 'Take back Our own accord' }).click();
  await expect(page.getByRole('link', { name: 'Our own accord' })).toBeVisible();
});
