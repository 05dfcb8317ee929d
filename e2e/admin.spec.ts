import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { generateSync } from 'otplib';
import { personIn, signIn, signInAtTheDoor } from './recording';
import { expectSound, LOOKS, look, visit } from './visiting';

const DEMO_KEY = 'PACTASUNTSERVANDADEMONSTRATION23';
const stepUp = (page: Page) => page.locator('#step-up');
const ready = (page: Page) => page.locator('html[data-ready=true]').waitFor();

/** Sets codes up on the account page; tells the key, the code that did it and the recovery codes. */
async function enrol(page: Page): Promise<{ key: string; first: string; codes: string[] }> {
  const section = stepUp(page);
  await section.getByLabel('Password').fill('not the password');
  await section.getByRole('button', { name: 'Set up codes' }).click();
  await expect(section.getByLabel('Password')).toHaveAccessibleDescription(/not the password of/);
  await section.getByLabel('Password').fill('pacta-sunt-servanda');
  await section.getByRole('button', { name: 'Set up codes' }).click();
  await expect(section.getByRole('img', { name: /picture for an authenticator/ })).toBeVisible();
  const key = ((await section.locator('code').textContent()) ?? '').replaceAll(' ', '');
  expect(key).toMatch(/^[A-Z2-7]{32}$/);
  await section.getByLabel('First code').fill('12345');
  await section.getByRole('button', { name: 'Confirm' }).click();
  await expect(section.getByLabel('First code')).toBeFocused();
  const first = generateSync({ secret: key });
  await section.getByLabel('First code').fill(first);
  await section.getByRole('button', { name: 'Confirm' }).click();
  await expect(section.getByRole('heading', { name: 'Your recovery codes' })).toBeFocused();
  const codes = await section.locator('ol code').allTextContents();
  return { key, first, codes };
}

test('codes are set up with a key shown once; recovery codes stand in, each once', async ({
  page,
}) => {
  await signIn(page, 'analyst-2');
  await ready(page);
  const { key, first, codes } = await enrol(page);
  expect(new Set(codes).size).toBe(10);
  const saving = page.waitForEvent('download');
  await stepUp(page).getByRole('button', { name: 'Download' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8');
  for (const code of codes) expect(saved).toContain(code);
  await stepUp(page).getByRole('button', { name: 'I have kept them' }).click();
  await expect(stepUp(page)).toContainText('10 recovery codes are left.');

  const code = stepUp(page).getByLabel('Code', { exact: true });
  // The code that enrolled is spent; a minute later it is none any more.
  await code.fill(first);
  await stepUp(page).getByRole('button', { name: 'New recovery codes' }).click();
  await expect(code).toHaveAccessibleDescription(/was used already|is not right/);
  await code.fill(codes[0]?.toLowerCase() ?? '');
  await stepUp(page).getByRole('button', { name: 'New recovery codes' }).click();
  await expect(stepUp(page)).toContainText('The recovery codes before these are void.');
  const fresh = await stepUp(page).locator('ol code').allTextContents();
  await stepUp(page).getByRole('button', { name: 'I have kept them' }).click();

  await page.reload();
  await ready(page);
  expect(await page.content()).not.toContain(key);
  await code.fill(codes[1] ?? '');
  await stepUp(page).getByRole('button', { name: 'Remove step-up codes' }).click();
  await expect(code).toHaveAccessibleDescription(/is not right/);
  await code.fill(fresh[0] ?? '');
  await stepUp(page).getByRole('button', { name: 'Remove step-up codes' }).click();
  await expect(stepUp(page)).toContainText('Step-up codes are removed.');
  await expect(stepUp(page).getByRole('button', { name: 'Set up codes' })).toBeVisible();
});

test('who has lost an authenticator is helped by an admin, and signed out', async ({ browser }) => {
  const person = await personIn(browser, 'analyst-2');
  await ready(person);
  await enrol(person);
  const admin = await personIn(browser, 'admin', '/admin/users');
  await ready(admin);
  const entry = admin.getByRole('listitem').filter({ hasText: 'analyst-2@demo.example' });
  await expect(entry).toContainText('step-up codes');
  await entry.getByText('Change').click();
  await entry.getByRole('button', { name: 'Reset step-up codes' }).click();
  await expect(admin.getByText(/has no step-up codes any more/)).toBeVisible();
  await person.goto('/account');
  await expect(person).toHaveURL(/\/sign-in\?from=/);
  await signInAgain(person, 'analyst-2');
  await expect(stepUp(person).getByRole('button', { name: 'Set up codes' })).toBeVisible();
  for (const page of [person, admin]) await page.context().close();
});

test('a demonstration account says that its key is public, and fills its code in', async ({
  page,
}) => {
  await signIn(page, 'delegate-us-1');
  await ready(page);
  await expect(stepUp(page)).toContainText(DEMO_KEY);
  await stepUp(page)
    .getByRole('button', { name: /^Fill in the code/ })
    .click();
  const code = stepUp(page).getByLabel('Code', { exact: true });
  await expect(code).toHaveValue(/^\d{6}$/);
  const now = Date.now() / 1000;
  const near = [-30, 0, 30].map((off) => generateSync({ secret: DEMO_KEY, epoch: now + off }));
  expect(near).toContain(await code.inputValue());
});

/** Somebody in a browser and a session of their own. */
async function inASession(browser: Browser, who: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAgain(page, who);
  return page;
}

async function signInAgain(page: Page, who: string): Promise<void> {
  await signInAtTheDoor(page, who);
  await expect(page).toHaveURL(/\/account$/);
}

const whoAmI = async (page: Page): Promise<string> =>
  (await (await page.request.get('/api/v1/me')).json()).kind;

test('a session is ended where it is seen: one, all of one’s own, or by an admin', async ({
  browser,
}) => {
  const here = await inASession(browser, 'auditor');
  const there = await inASession(browser, 'auditor');
  await here.reload();
  await ready(here);
  const others = here
    .locator('#sessions')
    .getByRole('listitem')
    .filter({ hasNotText: 'this session' });
  const count = await others.count();
  await others
    .first()
    .getByRole('button', { name: /^End the session/ })
    .click();
  await expect(here.getByText(/^The session .* has ended\.$/)).toBeVisible();
  await expect(others).toHaveCount(count - 1);
  expect([await whoAmI(there), await whoAmI(here)]).toEqual(['visitor', 'person']);

  await signInAgain(there, 'auditor');
  await here.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(here).toHaveURL(/\/sign-in$/);
  expect([await whoAmI(there), await whoAmI(here)]).toEqual(['visitor', 'visitor']);

  await signInAgain(there, 'auditor');
  const admin = await personIn(browser, 'admin', '/admin/sessions');
  await ready(admin);
  await admin.getByRole('button', { name: 'End every session of Aude Auditor' }).first().click();
  await expect(admin.getByText('Every session of Aude Auditor has ended.')).toBeVisible();
  expect(await whoAmI(there)).toBe('visitor');
  for (const page of [here, there, admin]) await page.context().close();
});

/** Tomorrow, so that the other stories find today's policy as it was. */
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

async function propose(browser: Browser): Promise<Page> {
  const admin = await personIn(browser, 'admin', '/admin/policy');
  await ready(admin);
  const submit = admin.getByRole('button', { name: 'Propose the change' });
  await expect(submit).toBeDisabled();
  await admin.getByText('method 2.4', { exact: false }).first().click();
  const cap = admin.getByLabel('Most that one claim can weigh (beta)');
  await cap.fill('2');
  await expect(cap).toHaveAccessibleDescription(/expected a number from 0 to 0.99/);
  await cap.fill('0.6');
  await admin.getByLabel('In force from').fill(tomorrow());
  await admin.getByLabel('Reason', { exact: true }).fill('One claim alone weighs too much');
  await expect(admin.getByText('Look first at which findings it would turn.')).toBeVisible();
  await admin.getByRole('button', { name: 'Show which findings it would turn' }).click();
  await expect(
    admin.getByText(/^It would turn \d+ findings? under \d+ of \d+ pacts\.$/),
  ).toBeVisible();
  await submit.click();
  await expect(admin.getByText('The change is proposed.')).toBeVisible();
  return admin;
}

test('a change of the policy is looked into first, proposed by one and confirmed by another', async ({
  browser,
}) => {
  const admin = await propose(browser);
  const own = admin.getByRole('list', { name: 'Proposed changes' }).getByRole('listitem').first();
  await expect(own).toContainText('You proposed this: another admin or the chair decides.');
  await expect(own.getByRole('button', { name: 'Confirm' })).toBeDisabled();
  const { proposals } = await (await admin.request.get('/api/v1/policy/proposals')).json();
  const path = `/api/v1/policy/proposals/${proposals[0].id}/decision`;
  const refused = await admin.evaluate(async (address) => {
    const body = JSON.stringify({ accept: true, reason: 'I say so' });
    const headers = { 'Content-Type': 'application/json' };
    const reply = await fetch(address, { method: 'POST', headers, body });
    return [reply.status, (await reply.json()).code];
  }, path);
  expect(refused).toEqual([403, 'same_person']);

  const chair = await personIn(browser, 'chair', '/admin/policy');
  await ready(chair);
  await expect(chair.getByRole('button', { name: 'Propose the change' })).toHaveCount(0);
  const entry = chair.getByRole('list', { name: 'Proposed changes' }).getByRole('listitem').first();
  await expect(entry).toContainText('Most that one claim can weigh (beta): 0.95 → 0.6');
  await entry.getByRole('button', { name: 'Show which findings it would turn now' }).click();
  await expect(entry.getByText(/^It would turn/)).toBeVisible();
  await entry.getByRole('button', { name: 'Confirm' }).click();
  await expect(entry.getByLabel('Reason for the decision')).toHaveAccessibleDescription(
    /Give a reason/,
  );
  await entry.getByLabel('Reason for the decision').fill('Agreed: two claims should be needed');
  await entry.getByRole('button', { name: 'Confirm' }).click();
  await expect(chair.getByText('The change is confirmed.')).toBeVisible();
  const versions = chair.getByRole('list', { name: 'Versions' });
  await expect(versions.getByRole('listitem').first()).toContainText(tomorrow());
  await expect(versions).toContainText('proposed by Ada Admin, confirmed by Chloe Chair');

  // From its day on it is what scores; until then nothing has changed.
  const policyOf = async (day: string | null) => {
    const asOf = day === null ? '' : `?asOf=${day}`;
    return (await (await chair.request.get(`/api/v1/standing${asOf}`)).json()).policy;
  };
  expect([await policyOf(null), await policyOf(tomorrow())]).toEqual(['2026-11', tomorrow()]);
  for (const page of [admin, chair]) await page.context().close();
});

for (const each of LOOKS)
  test(`axe finds nothing on the pages of administration, and all fits ${each.width} px (${each.colorScheme})`, async ({
    page,
  }) => {
    await look(page, each);
    await signIn(page, 'admin');
    for (const part of ['users', 'delegations', 'policy', 'sessions']) {
      await visit(page, `/admin/${part}`);
      if (part === 'policy')
        for (const group of await page.locator('details').all())
          await group.locator('summary').click();
      await expectSound(page);
    }
  });
