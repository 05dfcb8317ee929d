import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { formReady, logQuick, personIn } from './recording';
import { codeOf, incident, send } from './reviewing';
import { expectSound, LOOKS, look, visit } from './visiting';

/** A record that accuses Russia of something done to the United States, and what its codes are called. */
const LIKE = 'us-2020-derkach-recordings';
const CONDUCT = ['Propaganda statement', 'Data theft and publication', 'Forged content'];
const OBJECTS = ['Electorate'];
const CASE = { pact: 'anti-doxing-2017', clause: 'c1', accused: 'RU' };
/** Between the same two; the reviewer nominates it, who then may not forward it. */
const OTHER = { ...CASE, pact: 'moscow-noninterference-2017' };
const DISSENT = 'The claims are one cluster: nobody else has seen it.';
const REPLY = 'Мы не признаём этих утверждений; наш ответ дан 17 марта 2021 года.';

interface People {
  readonly recorder: Page;
  readonly first: Page;
  readonly second: Page;
  readonly reviewer: Page;
  readonly us: readonly [Page, Page];
  readonly ru: readonly [Page, Page];
  readonly chair: Page;
  readonly visitor: Page;
}

async function everybody(browser: Browser): Promise<People> {
  const person = (who: string) => personIn(browser, who);
  const [recorder, first, second, reviewer, chair] = await Promise.all([
    ...[person('recorder'), person('analyst-1'), person('analyst-2')],
    ...[person('reviewer'), person('chair')],
  ] as const);
  const us = await Promise.all([person('delegate-us-1'), person('delegate-us-2')]);
  const ru = await Promise.all([person('delegate-ru-1'), person('delegate-ru-2')]);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto('/method');
  return { recorder, first, second, reviewer, us, ru, chair, visitor };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A refusal, as whoever sends it is told. */
async function refused(page: Page, path: string, data: unknown): Promise<[number, string]> {
  const { status, body } = await send(page, 'POST', path, data);
  return [status, body.code];
}

/** How many findings a visitor counts under the pact where only signed ones count. */
async function signedCount({ visitor }: People): Promise<number> {
  const { body } = await send(visitor, 'GET', `/standing?pact=${CASE.pact}&counting=signed`);
  return body.signed;
}

/** A decision on the desk, sent at once by leaving it. */
async function decideOnDesk(page: Page, id: string, said: RegExp, state: string): Promise<void> {
  await page.goto(`/review?item=record:${id}`);
  await expect(page.getByText(/^Revision \d+,/)).toBeVisible();
  await page.locator(`[data-item="record:${id}"]`).press('a');
  await expect(page.getByText(said)).toBeVisible();
  await page.goto(`/incidents/${id}`);
  await expect
    .poll(async () => (await send(page, 'GET', `/incidents/${id}/review`)).body.state)
    .toBe(state);
}

/** Logged in short and completed by the recorder, who may not put it forward; an analyst does. */
async function logged({ recorder, first }: People, title: string): Promise<string> {
  const address = await logQuick(recorder, { title, url: 'https://example.org/recordings' });
  const id = address.slice('/incidents/'.length);
  const whole = { incident: incident(id, title, LIKE), basedOn: 1, reason: 'The whole dossier' };
  expect((await send(recorder, 'PUT', `/incidents/${id}`, whole)).status).toBe(200);
  const submitting = { action: 'submit', basedOn: 2 };
  expect(await refused(recorder, `/incidents/${id}/review`, submitting)).toEqual([403, 'role']);
  await decideOnDesk(first, id, /^Submitting/, 'submitted');
  return id;
}

/** Coded by the second analyst, blind, with another severity; the first settles it with a reason. */
async function codedTwice({ first, second }: People, id: string): Promise<void> {
  await second.goto(`/incidents/${id}`);
  await expect(second.getByRole('heading', { name: 'Your own coding comes first' })).toBeVisible();
  expect((await send(second, 'GET', `/incidents/${id}`)).body.code).toBe('blind');
  await second.getByRole('link', { name: 'Code it' }).click();
  const form = second.getByRole('form', { name: 'Your coding' });
  for (const label of [...CONDUCT, ...OBJECTS])
    await form.getByLabel(label, { exact: true }).check();
  await form.getByLabel('Severity', { exact: true }).selectOption('3');
  for (const { id: claim, reliability, credibility } of incident(id, '', LIKE).claims) {
    const of = `claim ${claim}`;
    await form.getByLabel(`Reliability of the source, ${of}`).selectOption(reliability);
    await form.getByLabel(`Credibility of what it says, ${of}`).selectOption(`${credibility}`);
  }
  await form.getByRole('button', { name: 'Hand in my coding' }).click();
  await expect(second.getByText('Both codings are in and differ.')).toBeVisible();

  await first.goto(new URL(second.url()).pathname);
  const reconciliation = first.getByRole('form', { name: 'Reconciliation' });
  await reconciliation.getByRole('button', { name: /^Take what the first analyst gave/ }).click();
  await reconciliation.getByLabel(/^Why, for/).fill('National media carried it.');
  await reconciliation.getByRole('button', { name: 'Reconcile' }).click();
  await expect(first.getByText('nothing between them is open')).toBeVisible();
}

/** Puts a case on its way from the page of its incident, and tells the address of the finding. */
async function nominated(page: Page, id: string, about: typeof CASE): Promise<string> {
  await visit(page, `/incidents/${id}?${new URLSearchParams(about)}`);
  await page.getByRole('button', { name: 'Nominate it for the commission' }).click();
  await expect(page).toHaveURL(/\/findings\/[0-9a-f-]{36}$/);
  await page.locator('html[data-ready]').waitFor();
  return new URL(page.url()).pathname;
}

/** Nominated by an analyst, forwarded by a reviewer, who may not forward what they nominated. */
async function forwarded({ first, recorder, reviewer }: People, id: string): Promise<string> {
  await visit(recorder, `/incidents/${id}?${new URLSearchParams(CASE)}`);
  await expect(recorder.getByRole('button', { name: /^Nominate/ })).toHaveCount(0);
  expect(await refused(recorder, '/findings', { incident: id, ...CASE })).toEqual([403, 'role']);
  const finding = await nominated(first, id, CASE);

  const own = await nominated(reviewer, id, OTHER);
  const forward = reviewer.getByRole('button', { name: 'Forward it to the commission' });
  await expect(forward).toHaveAttribute('aria-disabled', 'true');
  await expect(forward).toHaveAccessibleDescription('Nobody judges their own work.');
  expect(await refused(reviewer, `${own}/steps`, { action: 'forward' })).toEqual([
    ...[403, 'own_work'],
  ]);
  await visit(reviewer, finding);
  await forward.click();
  await expect(reviewer.getByText('Forwarded to the commission').first()).toBeVisible();
  return finding;
}

/** Convened by the chair: three come, which is no quorum; then the fourth. */
async function convened(
  { chair, us }: People,
  session: string,
  { title, finding }: { title: string; finding: string },
): Promise<string> {
  await visit(chair, '/commission');
  await chair.getByLabel('Title of the session').fill(session);
  await chair.getByRole('button', { name: 'Open a session' }).click();
  await chair.getByRole('link', { name: session }).click();
  await chair
    .getByRole('paragraph')
    .filter({ hasText: title })
    .getByRole('button', { name: 'Put before the session' })
    .click();
  for (const name of [/^Una /, /^Ulric /, /^Rita /])
    await chair.getByRole('checkbox', { name }).check();
  await chair.getByRole('button', { name: 'Hold a sitting now' }).click();
  await expect(chair.getByText('No quorum: missing delegates for Russia.')).toBeVisible();
  const close = chair.getByRole('button', { name: 'Close the vote' });
  await expect(close).toHaveAccessibleDescription('There is no quorum.');
  expect(await refused(chair, `${finding}/steps`, { action: 'decide' })).toEqual([409, 'quorum']);
  const vote = { position: 'abstain', text: null, content: '0'.repeat(64), stepUp: '000000' };
  expect(await refused(chair, `${finding}/votes`, vote)).toEqual([403, 'role']);
  expect(await refused(us[0], `${finding}/steps`, { action: 'decide' })).toEqual([403, 'role']);
  await chair.getByRole('checkbox', { name: /^Ruslan / }).check();
  await chair.getByRole('button', { name: 'Correct who is present' }).click();
  await expect(chair.getByText('Quorum: two or more')).toBeVisible();
  const { pathname } = new URL(chair.url());
  await chair.goto('/commission');
  return pathname;
}

/** A delegate reads; the record is revised; the vote on what was read does not stand. */
async function overtaken({ recorder, us: [una] }: People, id: string, finding: string) {
  await visit(una, finding);
  const { body } = await send(recorder, 'GET', `/incidents/${id}`);
  const revised = {
    incident: { ...body.incident, severityNote: 'Graded 4: national media carried it.' },
    ...{ basedOn: body.revision, reason: 'Says on what the grade rests' },
  };
  expect((await send(recorder, 'PUT', `/incidents/${id}`, revised)).status).toBe(200);
  await una.getByLabel('One-time code').fill(await codeOf(una));
  await una.getByRole('button', { name: 'Cast the vote' }).click();
  const form = una.getByRole('form', { name: 'Cast the vote' });
  await expect(form.getByRole('status')).toHaveText('What this rests on has changed since.');
}

/** The record is reviewed again, and a new version of the finding goes the same way. */
async function again(
  { first, reviewer, chair }: People,
  { id, finding, session }: { id: string; finding: string; session: string },
): Promise<string> {
  for (const [page, action] of [[first, 'submit'] as const, [reviewer, 'accept'] as const]) {
    const act = { action, basedOn: 3 };
    expect((await send(page, 'POST', `/incidents/${id}/review`, act)).status).toBe(200);
  }
  await visit(first, finding);
  await expect(first.getByText('Stale', { exact: true })).toBeVisible();
  await expect(first.getByText('Graded 4: national media carried it.')).toBeVisible();
  await first.getByRole('button', { name: 'Nominate a new version' }).click();
  const link = first.getByRole('link', { name: 'Version 2' });
  const next = (await link.getAttribute('href')) ?? '';
  const put = { finding: next.slice('/findings/'.length) };
  for (const [page, path, body] of [
    [reviewer, `${next}/steps`, { action: 'forward' }],
    [chair, `/commission/sessions/${session.slice('/commission/'.length)}/agenda`, put],
  ] as const)
    expect((await send(page, 'POST', path, body)).status).toBe(201);
  return next;
}

async function downloaded(page: Page, link: string) {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const ballot = (page: Page) => page.getByRole('form', { name: 'Cast the vote' });
async function cast(page: Page, code: string): Promise<void> {
  await ballot(page).getByLabel('One-time code').fill(code);
  await ballot(page).getByRole('button', { name: 'Cast the vote' }).click();
}

/** The accused side replies and dissents, the other upholds; a code is good for one vote. */
async function voted({ us, ru, chair }: People, finding: string, session: string): Promise<void> {
  const [una] = us;
  await visit(una, '/review');
  await expect(una.getByRole('link', { name: /^Review \d+ waiting$/ })).toBeVisible();
  await una.locator(`[data-item="${finding.replace('/findings/', 'finding:')}"]`).press('Enter');
  await expect(una).toHaveURL(finding);
  for (const page of us) {
    await visit(page, finding);
    const code = await codeOf(page);
    await cast(page, code);
    await expect(page.getByText('Your vote is cast.')).toBeVisible();
    await cast(page, code);
    await expect(ballot(page).getByRole('status')).toContainText('This code was used already.');
  }
  expect(await refused(us[0], `${finding}/replies`, { text: REPLY })).toEqual([
    ...[403, 'not_accused'],
  ]);
  const [rita] = ru;
  await visit(rita, finding);
  await rita.getByLabel('Statement').fill(REPLY);
  await rita.getByRole('button', { name: 'Publish the reply' }).click();
  await expect(rita.getByText('The reply is kept.')).toBeVisible();
  await visit(rita, session);
  for (const one of LOOKS) {
    await look(rita, one);
    await expectSound(rita);
  }
  await visit(ru[1], finding);
  for (const page of ru) {
    await ballot(page).getByRole('radio', { name: 'Dissent' }).check();
    await ballot(page)
      .getByLabel(/^Reasons/)
      .fill(DISSENT);
    await cast(page, await codeOf(page));
    await expect(page.getByText('Your vote is cast.')).toBeVisible();
  }
  await visit(chair, session);
  await chair.getByRole('button', { name: 'Close the vote' }).click();
  await expect(chair.getByText(/^Split: one delegation upholds the finding/)).toBeVisible();
  await expect(chair.getByText(`“${DISSENT}”`).first()).toBeVisible();
  const minutes = await downloaded(chair, 'Minutes (PDF)');
  expect(minutes.bytes.subarray(0, 5).toString()).toBe('%PDF-');
}

/** Asked for by the chair, who cannot confirm it; confirmed by a reviewer. Both with a code. */
async function published({ chair, reviewer }: People, finding: string): Promise<void> {
  await visit(chair, finding);
  const asking = chair.getByRole('form', { name: 'Ask for publication' });
  const code = await codeOf(chair);
  await asking.getByLabel('One-time code').fill(code);
  await asking.getByRole('button').click();
  await expect(chair.getByText(/^Chloe Chair asked for its publication/)).toBeVisible();
  const { proposal } = (await send(chair, 'GET', finding)).body;
  const decision = `${finding}/proposals/${proposal.id}/decision`;
  expect(await refused(chair, decision, { accept: true, stepUp: code })).toEqual([
    ...[403, 'same_person'],
  ]);
  await visit(reviewer, finding);
  const confirming = reviewer.getByRole('form', { name: 'Confirm' });
  await confirming.getByLabel('One-time code').fill(await codeOf(reviewer));
  await confirming.getByRole('button').click();
  await expect(reviewer.getByRole('link', { name: 'Certificate (JSON)' })).toBeVisible();
}

/** Anybody downloads the certificate and checks it with nothing but SHA-256, and the proof in the browser. */
async function checked({ visitor }: People, finding: string): Promise<void> {
  await visit(visitor, finding);
  for (const one of LOOKS) {
    await look(visitor, one);
    await expectSound(visitor);
  }
  const file = await downloaded(visitor, 'Certificate (JSON)');
  const text = file.bytes.toString('utf8');
  const certificate = JSON.parse(text);
  expect(sha256(text.replace(`"seal":"${certificate.seal}",`, ''))).toBe(certificate.seal);
  const content = text.slice(text.indexOf('"content":') + 10, text.indexOf(',"contentHash":'));
  expect(sha256(content)).toBe(certificate.contentHash);
  for (const vote of certificate.votes) expect(vote.content).toBe(certificate.contentHash);
  const dissents = certificate.votes.filter((vote: { text: string | null }) => vote.text !== null);
  expect(dissents).toHaveLength(2);
  for (const { text: said, textHash } of dissents)
    expect([said, textHash]).toEqual([DISSENT, sha256(DISSENT)]);
  expect(certificate.replies).toMatchObject([{ text: REPLY, textHash: sha256(REPLY) }]);
  expect((await downloaded(visitor, 'Certificate (PDF)')).bytes.subarray(0, 5).toString()).toBe(
    '%PDF-',
  );
  const proof = await downloaded(visitor, 'Proof of its last entry in the ledger');
  await visitor.goto('/verify', { waitUntil: 'networkidle' });
  await visitor.context().setOffline(true);
  await visitor.getByLabel('Export, proof or certificate').setInputFiles(
    [proof, file].map(({ name, bytes }) => ({
      name,
      mimeType: 'application/json',
      buffer: bytes,
    })),
  );
  await expect(visitor.getByRole('heading', { name: /The proof holds/ })).toBeVisible();
  await expect(visitor.getByRole('heading', { name: /The certificate holds/ })).toBeVisible();
  await expect(visitor.getByText('judged again here, give what was signed')).toBeVisible();
  await visitor.context().setOffline(false);
}

/** The record is revised on screen: what was signed is out of the count at once, and its signers know. */
async function overturned(
  people: People,
  { id, finding, before }: { id: string; finding: string; before: number },
): Promise<void> {
  const { first, visitor, us } = people;
  await visit(visitor, '/?counting=signed');
  await expect(
    visitor.getByText(/^Only signed findings count; (one finding is|\d+ findings are) signed\./),
  ).toBeVisible();
  const mark = visitor.locator('#confidence').getByRole('img', { name: /, signed$/ });
  await expect(mark).toHaveCount(before + 1);
  expect(await signedCount(people)).toBe(before + 1);
  await first.goto(`/incidents/${id}/edit`);
  await formReady(first);
  const title = `Renamed ${id}`;
  await first.locator('#facts').getByLabel('Title').fill(title);
  await first.getByLabel('Why it is changed').fill('Says what was released');
  await first.getByRole('button', { name: 'Save the revision' }).click();
  await expect(first).toHaveURL(/saved=4/);
  expect(await signedCount(people)).toBe(before);
  for (const delegate of us) {
    await visit(delegate, `/inbox?kind=finding_stale&day=${new Date().toISOString().slice(0, 10)}`);
    const told = delegate.getByRole('link', { name: /^Stale: what it rests on has changed/ });
    await expect(told.filter({ hasText: title })).toBeVisible();
  }
  await us[0]
    .getByRole('link', { name: /^Stale/ })
    .filter({ hasText: title })
    .click();
  await expect(us[0]).toHaveURL(finding);
  const changed = us[0].locator('#changed');
  await expect(changed.getByRole('heading')).toHaveText('What changed since it was signed');
  await expect(changed.locator('ins').filter({ hasText: title })).toBeVisible();
  await expect(us[0].getByText('Went stale: what it rests on changed')).toBeVisible();
}

test('a finding goes from a logged incident to publication through people who may not judge their own work, and stale at the first change', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const stamp = Date.now();
  const people = await everybody(browser);
  const before = await signedCount(people);
  const id = await logged(people, `Whole path ${stamp}`);
  await codedTwice(people, id);
  await decideOnDesk(people.reviewer, id, /^Accepting/, 'accepted');
  const read = await forwarded(people, id);
  const session = await convened(people, `Session ${stamp}`, {
    title: `Whole path ${stamp}`,
    finding: read,
  });
  await overtaken(people, id, read);
  const finding = await again(people, { id, finding: read, session });
  await voted(people, finding, session);
  expect(await signedCount(people)).toBe(before);
  await published(people, finding);
  await checked(people, finding);
  await overturned(people, { id, finding, before });
  const { us, ru, ...others } = people;
  for (const page of [...us, ...ru, ...Object.values(others)]) await page.context().close();
});
