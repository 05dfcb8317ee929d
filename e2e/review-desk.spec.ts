import { expect, test } from '@playwright/test';
import { personIn } from './recording';
import { incident, send } from './reviewing';
import { expectSound, LOOKS, look } from './visiting';

interface Claims {
  readonly incident: {
    readonly claims: readonly { readonly id: string; readonly status: string }[];
  };
}

/** Codes that nobody gave: the least severe, every claim graded alike. */
const codesFor = ({ incident: { claims } }: Claims) => ({
  ...{ conduct: ['disruption'], objects: ['other'], severity: 1 },
  grades: claims
    .filter(({ status }) => status === 'live' || status === 'orphaned')
    .map(({ id }) => ({ claim: id, reliability: 'C', credibility: 3 })),
});

test('a record is logged, submitted, coded blind, reconciled, and judged by somebody else', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const id = `desk-${Date.now()}`;
  const title = `Desk record ${id}`;
  const recorder = await personIn(browser, 'recorder');
  const logged = await send(recorder, 'POST', '/incidents', { incident: incident(id, title) });
  expect(logged.status).toBe(201);

  const first = await personIn(browser, 'analyst-1', `/review?item=record:${id}`);
  await expect(first.getByRole('heading', { name: title })).toBeVisible();
  await expect(first.getByText(/^Revision 1,/)).toBeVisible();
  await first.locator(`[data-item="record:${id}"]`).press('a');
  await expect(first.getByText(/^Submitting/)).toBeVisible();
  await expect(first.getByText(/^Submitting/)).toBeHidden();

  const second = await personIn(browser, 'analyst-2', `/incidents/${id}`);
  await expect(second.getByRole('heading', { name: 'Your own coding comes first' })).toBeVisible();
  for (const path of ['', '/revisions', '/revisions/1', '/impact'])
    expect((await second.request.get(`/api/v1/incidents/${id}${path}`)).status()).toBe(403);
  const list = await (await second.request.get('/api/v1/incidents?size=200')).json();
  expect(JSON.stringify(list)).not.toContain(id);
  await second.getByRole('link', { name: 'Code it' }).click();
  await second.getByRole('button', { name: 'Hand in my coding' }).click();
  await expect(
    second.getByRole('alert').filter({ hasText: 'cannot be handed in yet' }),
  ).toBeFocused();
  for (const one of LOOKS) {
    await look(second, one);
    await expectSound(second);
  }
  const form = second.getByRole('form', { name: 'Your coding' });
  await form.getByRole('group', { name: 'What happened' }).getByRole('checkbox').first().check();
  await form.getByRole('group', { name: 'Object' }).getByRole('checkbox').first().check();
  await form.getByLabel('Severity', { exact: true }).selectOption('1');
  for (const select of await form.getByLabel(/^Reliability of the source/).all())
    await select.selectOption('C');
  for (const select of await form.getByLabel(/^Credibility of what it says/).all())
    await select.selectOption('3');
  await form.getByRole('button', { name: 'Hand in my coding' }).click();
  await expect(second.getByText('Both codings are in and differ.')).toBeVisible();

  const reviewer = await personIn(browser, 'reviewer', `/review?item=record:${id}`);
  await expect(
    reviewer.getByText('accept: The two codings differ and are not reconciled.', { exact: true }),
  ).toBeVisible();

  const reconciliation = second.getByRole('form', { name: 'Reconciliation' });
  for (const take of await reconciliation
    .getByRole('button', { name: /^Take what the second analyst gave/ })
    .all())
    await take.click();
  for (const why of await reconciliation.getByLabel(/^Why, for/).all())
    await why.fill('The second coding is borne out by the sources.');
  await reconciliation.getByRole('button', { name: 'Reconcile' }).click();
  await expect(second.getByText('nothing between them is open')).toBeVisible();

  await reviewer.goto(`/review?item=record:${id}`);
  await expect(reviewer.getByText(/^Revision 2,/)).toBeVisible();
  await reviewer.locator(`[data-item="record:${id}"]`).press('a');
  await reviewer.keyboard.press('u');
  await expect(reviewer.getByRole('heading', { name: title })).toBeVisible();
  await reviewer.locator(`[data-item="record:${id}"]`).press('a');
  await expect(reviewer.getByText(/^Accepting/)).toBeVisible();
  // Leaving the page sends what is held.
  await reviewer.goto(`/incidents/${id}`);
  await expect
    .poll(
      async () =>
        (await (await reviewer.request.get(`/api/v1/incidents/${id}/review`)).json()).state,
    )
    .toBe('accepted');
  // Nobody judges what they reconciled: this analyst may not code it again either.
  const own = await send(second, 'POST', `/incidents/${id}/review`, {
    ...{ action: 'accept', basedOn: 2 },
  });
  expect([own.status, own.body.code]).toEqual([403, 'role']);
  for (const page of [recorder, first, second, reviewer]) await page.context().close();
});

const MANY = 20;

test(`a reviewer clears ${MANY} items by keyboard`, async ({ browser }) => {
  test.setTimeout(240_000);
  const people = {
    recorder: await personIn(browser, 'recorder'),
    first: await personIn(browser, 'analyst-1'),
    second: await personIn(browser, 'analyst-2'),
  };
  const stamp = Date.now();
  const ids = Array.from({ length: MANY }, (_, n) => `clear-${stamp}-${n}`);
  for (const id of ids) {
    await send(people.recorder, 'POST', '/incidents', { incident: incident(id, `Clear ${id}`) });
    await send(people.first, 'POST', `/incidents/${id}/review`, { action: 'submit', basedOn: 1 });
    const desk = await (await people.second.request.get('/api/v1/review')).json();
    const row = desk.rows.find(
      ({ kind, title }: { kind: string; title: string }) => kind === 'coding' && title.endsWith(id),
    );
    const coding = await (
      await people.second.request.get(`/api/v1/codings/${row.key.slice(7)}`)
    ).json();
    await send(people.second, 'PUT', `/codings/${coding.id}`, { codes: codesFor(coding) });
    const { first } = (
      await (await people.first.request.get(`/api/v1/codings/${coding.id}`)).json()
    ).codes;
    const told = await (await people.first.request.get(`/api/v1/codings/${coding.id}`)).json();
    await send(people.first, 'POST', `/codings/${coding.id}/reconciliation`, {
      resolutions: told.codes.differences.map(({ variable, first: value }: Difference) =>
        variable.startsWith('grade:')
          ? { variable: 'grade', claim: variable.slice(6), value, reason: 'The first was right.' }
          : { variable, value, reason: 'The first was right.' },
      ),
    });
    expect(first).toBeTruthy();
  }
  const reviewer = await personIn(browser, 'reviewer', `/review?item=record:${ids[0]}`);
  for (const one of LOOKS) {
    await look(reviewer, one);
    await expectSound(reviewer);
  }
  await look(reviewer, LOOKS[0]);
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await reviewer.keyboard.press(key);
  };
  const begun = Date.now();
  for (const [at, id] of ids.entries()) {
    const item = reviewer.locator(`[data-item="record:${id}"]`);
    await expect(item).toBeFocused();
    await expect(reviewer.getByRole('heading', { name: `Clear ${id}` })).toBeVisible();
    await expect(reviewer.getByText(/^Revision 1,/)).toBeVisible();
    if (at % 5 === 4) {
      await press('r');
      await expect(reviewer.getByLabel(/^Reason, told/)).toBeFocused();
      await press('1');
      await press('Control+Enter');
    } else await press('a');
    await expect(item).toHaveCount(0);
    await expect(reviewer.getByRole('status').filter({ hasText: /left\.$/ })).toHaveCount(1);
  }
  const seconds = (Date.now() - begun) / 1000;
  process.stdout.write(
    `review desk: ${MANY} items in ${seconds.toFixed(1)} s, ${(seconds / MANY).toFixed(2)} s and ${(presses / MANY).toFixed(2)} key presses an item\n`,
  );
  await expect(reviewer.getByText(/^(Accepting|Returning)/)).toHaveCount(0, { timeout: 20_000 });
  const states = await Promise.all(
    ids.map(
      async (id) =>
        (await (await reviewer.request.get(`/api/v1/incidents/${id}/review`)).json()).state,
    ),
  );
  expect(states.filter((state) => state === 'accepted')).toHaveLength(16);
  expect(states.filter((state) => state === 'returned')).toHaveLength(4);
  for (const page of [...Object.values(people), reviewer]) await page.context().close();
});

interface Difference {
  readonly variable: string;
  readonly first: unknown;
}
