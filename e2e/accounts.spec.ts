import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test';
import { expectSound, LOOKS, look, visit } from './visiting';

const PASSWORD = 'pacta-sunt-servanda';
const demo = (word: string) => `${word}@demo.example`;

/** Every demo account with the roles that the header shows. */
const ACCOUNTS = [
  ['recorder', 'recorder'],
  ['analyst-1', 'analyst'],
  ['analyst-2', 'analyst'],
  ['reviewer', 'reviewer'],
  ['delegate-us-1', 'delegate US'],
  ['delegate-us-2', 'delegate US'],
  ['delegate-ru-1', 'delegate RU'],
  ['delegate-ru-2', 'delegate RU'],
  ['chair', 'chair'],
  ['auditor', 'auditor'],
  ['admin', 'admin'],
] as const;

const header = (page: Page) => page.getByRole('banner');
const refusal = (page: Page) => page.getByRole('main').getByRole('alert');

async function attempt(page: Page, email: string, password: string): Promise<void> {
  await page.locator('html[data-ready]').waitFor();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in?from=/account');
  await attempt(page, email, password);
  await expect(page).toHaveURL(({ pathname }) => pathname === '/account');
}

/** A page of its own, as a person of its own. */
async function pageOf(browser: Browser, email: string, password = PASSWORD): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, email, password);
  return page;
}

/** Sends from inside the page, as its scripts do. */
const send = (page: Page, method: string, path: string, body?: unknown) =>
  page.evaluate(
    async ([verb, address, json]) => {
      const content = { headers: { 'Content-Type': 'application/json' }, body: json };
      const reply = await fetch(address, { method: verb, ...(json === '' ? {} : content) });
      return { status: reply.status, text: await reply.text() };
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  );

const me = async (page: Page) => (await page.request.get('/api/v1/me')).json();

test('each demo account signs in, is named in the header with its roles, and signs out', async ({
  page,
}) => {
  test.slow();
  for (const [word, roles] of ACCOUNTS) {
    await signIn(page, demo(word));
    await expect(header(page).getByRole('link', { name: roles })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Sign in');
    await header(page).getByRole('button', { name: 'Sign out' }).click();
    await expect(header(page).getByRole('link', { name: 'Sign in' })).toBeVisible();
    expect(await me(page)).toEqual({ kind: 'visitor' });
  }
});

test('signing in leads back to where one came from', async ({ page }) => {
  await page.goto('/incidents?q=email&page=1');
  await header(page).getByRole('link', { name: 'Sign in' }).click();
  await attempt(page, demo('reviewer'), PASSWORD);
  await expect(page).toHaveURL(/\/incidents\?q=email&page=1$/);
});

test('an address elsewhere is not where one is led', async ({ page, baseURL }) => {
  const elsewhere = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example',
  ];
  for (const from of elsewhere) {
    await page.goto(`/sign-in?${new URLSearchParams({ from: decodeURIComponent(from) })}`);
    await attempt(page, demo('reviewer'), PASSWORD);
    await expect(header(page).getByRole('button', { name: 'Sign out' })).toBeVisible();
    expect(page.url()).toBe(new URL('/', baseURL).href);
    // Signed in already, it leads away at once: as little elsewhere.
    await page.goto(`/sign-in?${new URLSearchParams({ callbackUrl: decodeURIComponent(from) })}`);
    expect(page.url()).toBe(new URL('/', baseURL).href);
    await page.context().clearCookies();
  }
});

test('a wrong password and an unknown account are told the same, and the focus is on it', async ({
  page,
}) => {
  await page.goto('/sign-in');
  const told: (string | null)[] = [];
  for (const email of [demo('chair'), 'nobody@example.org']) {
    await attempt(page, email, 'not the password');
    await expect(refusal(page)).toBeFocused();
    told.push(await refusal(page).textContent());
    await page.reload();
  }
  expect(told[0]).toContain('do not go together');
  expect(told[1]).toBe(told[0]);
});

test('a password sent before the page answers stays out of the address', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('somebody@example.org');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByLabel('Password')).toHaveValue('');
  expect(new URL(page.url()).search).toBe('');
  await context.close();
});

test('an empty field is told at the field, which takes the focus', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const email = page.getByLabel('E-mail address');
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/Write your e-mail address/);
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Write your password/);
});

test('after too many attempts one is told how long to wait', async ({ page }) => {
  await page.goto('/sign-in');
  for (let time = 0; time < 9; time += 1) {
    await attempt(page, 'guesser@example.org', `guess ${time}`);
    await expect(refusal(page)).toBeFocused();
    if (time < 8) await expect(refusal(page)).toContainText('do not go together');
    await page.getByLabel('E-mail address').focus();
  }
  await expect(refusal(page)).toHaveText(/Too many attempts\. Try again in \d+ minutes?\./);
});

test('an admin creates an account; its roles and the account itself end with the next request', async ({
  browser,
}) => {
  const admin = await pageOf(browser, demo('admin'));
  await admin.getByRole('link', { name: 'Administration' }).click();
  await expect(admin).toHaveURL(/\/admin\/users$/);
  const email = `story-${Date.now()}@example.org`;
  const create = admin.getByRole('region', { name: 'New account' });
  await create.getByRole('button', { name: 'Create the account' }).click();
  await expect(create.getByLabel('Name')).toBeFocused();
  await create.getByLabel('Name').fill('Stella Story');
  await create.getByLabel('E-mail address').fill(email);
  await create.getByLabel('Role').selectOption('delegate');
  await create.getByLabel('For the party').selectOption('US');
  await create.getByRole('button', { name: 'Create the account' }).click();
  const link = await admin.getByLabel('Link for Stella Story').inputValue();
  const entry = admin.getByRole('listitem').filter({ hasText: email });
  await expect(entry).toContainText('not set up yet');
  await expect(entry).toContainText('delegate of the United States, for every pact');

  const person = await (await browser.newContext()).newPage();
  await person.goto(link);
  await expect(person.getByRole('heading', { level: 1 })).toHaveText('Welcome, Stella Story');
  await person.getByLabel('New password', { exact: true }).fill('short');
  await person.getByRole('button', { name: 'Set up the account' }).click();
  await expect(person.getByLabel('New password', { exact: true })).toBeFocused();
  await person.getByLabel('New password', { exact: true }).fill('a long enough password');
  await person.getByLabel('New password, again').fill('a long enough password');
  await person.getByRole('button', { name: 'Set up the account' }).click();
  await expect(person.getByText('Your account is set up.')).toBeVisible();
  await attempt(person, email, 'a long enough password');
  await expect(header(person).getByRole('link', { name: 'delegate US' })).toBeVisible();

  const again = await person.request.get(link);
  expect(await again.text()).toContain('This link is good for nothing any more');

  const party = { role: 'delegate', party: 'US', pact: null };
  expect((await me(person)).grants).toEqual([party]);
  await entry.getByRole('button', { name: /^Take away delegate/ }).click();
  await expect(entry).toContainText('no role');
  await expect(admin.getByText('Stella Story is no longer delegate')).toBeFocused();
  expect((await me(person)).grants).toEqual([]);

  await entry.getByText('Change').click();
  await entry.getByLabel('Role', { exact: true }).selectOption('analyst');
  await entry.getByRole('button', { name: 'Grant the role' }).click();
  await expect(admin.getByText('Stella Story is analyst now.')).toBeVisible();
  expect((await me(person)).grants).toEqual([{ role: 'analyst' }]);

  await entry.getByRole('button', { name: 'Disable the account' }).click();
  await expect(entry).toContainText('disabled');
  expect(await me(person)).toEqual({ kind: 'visitor' });
  await person.goto('/account');
  await expect(person).toHaveURL(/\/sign-in\?from=/);
  await attempt(person, email, 'a long enough password');
  await expect(refusal(person)).toContainText('do not go together');
  await admin.context().close();
  await person.context().close();
});

test('an auditor sees the users and changes nothing; an admin leaves their own account alone', async ({
  browser,
}) => {
  const auditor = await pageOf(browser, demo('auditor'));
  await auditor.goto('/admin/users');
  await expect(auditor.getByText(demo('chair'))).toBeVisible();
  await expect(auditor.getByRole('button', { name: /Take away|Create|Disable/ })).toHaveCount(0);
  const users = JSON.parse((await send(auditor, 'GET', '/api/v1/users')).text).users;
  const admin = users.find(({ email }: { email: string }) => email === demo('admin'));
  expect((await send(auditor, 'POST', '/api/v1/users', {})).status).toBe(403);
  await auditor.context().close();

  const page = await pageOf(browser, demo('admin'));
  const own = `/api/v1/users/${admin.id}`;
  const refused = await send(page, 'PATCH', own, { disabled: true });
  expect([refused.status, JSON.parse(refused.text).code]).toEqual([403, 'own_account']);
  expect((await send(page, 'POST', `${own}/roles`, { role: 'chair' })).status).toBe(403);
  await page.context().close();
});

/** Writes that only an admin may make. */
const WRITES = [
  ['POST', '/api/v1/users', { name: 'N', email: 'n@example.org' }],
  ['PATCH', '/api/v1/users/ID', { disabled: true }],
  ['POST', '/api/v1/users/ID/roles', { role: 'admin' }],
  ['DELETE', '/api/v1/users/ID/roles/GRANT', undefined],
  ['POST', '/api/v1/users/ID/set-up-link', undefined],
] as const;

test('a visitor is asked to sign in, others are refused, whatever the id', async ({ browser }) => {
  const admin = await pageOf(browser, demo('admin'));
  const { users } = JSON.parse((await send(admin, 'GET', '/api/v1/users')).text);
  const chair = users.find(({ email }: { email: string }) => email === demo('chair'));
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto('/method');
  const recorder = await pageOf(browser, demo('recorder'));
  for (const [page, status] of [
    [visitor, 401],
    [recorder, 403],
  ] as const)
    for (const [method, path, body] of WRITES) {
      const answers: { status: number; text: string }[] = [];
      for (const [id, grant] of [
        [chair.id, chair.grants[0].id],
        ['nobody', 'nothing'],
      ])
        answers.push(
          await send(page, method, path.replace('ID', id).replace('GRANT', grant), body),
        );
      expect(answers[0]?.status, `${method} ${path}`).toBe(status);
      expect(answers[1]).toEqual(answers[0]);
    }
  // To an admin, an account that is not there and a role that is not held are one answer.
  const there = await send(admin, 'DELETE', `/api/v1/users/${chair.id}/roles/nothing`);
  const nowhere = await send(admin, 'PATCH', '/api/v1/users/nobody', { disabled: true });
  expect(there.status).toBe(404);
  expect(nowhere).toEqual(there);
  // The page of users is not there for those who may not see it.
  expect((await recorder.goto('/admin/users'))?.status()).toBe(404);
  for (const page of [admin, visitor, recorder]) await page.context().close();
});

async function posting(request: APIRequestContext, headers: Record<string, string>) {
  const reply = await request.post('/api/v1/users', { headers, data: {} });
  return [reply.status(), (await reply.json()).code];
}

test('a write from another site is turned away, with a session and without', async ({
  page,
  baseURL,
}) => {
  const origin = new URL(baseURL ?? '').origin;
  expect(await posting(page.request, { Origin: 'https://evil.example' })).toEqual([
    ...[403, 'cross_origin'],
  ]);
  await signIn(page, demo('admin'));
  for (const headers of [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
    {},
  ])
    expect(await posting(page.request, headers)).toEqual([403, 'cross_origin']);
  expect(await posting(page.request, { Origin: origin })).toEqual([422, 'invalid']);
  // Signing in and out are writes too.
  for (const path of ['callback/credentials', 'signout']) {
    const reply = await page.request.post(`/api/auth/${path}`, {
      headers: { Origin: 'https://evil.example' },
    });
    expect(reply.status()).toBe(403);
  }
  const huge = await page.request.post('/api/v1/users', {
    headers: { Origin: origin, 'Content-Type': 'application/json' },
    data: ' '.repeat(1024 * 1024 + 1),
  });
  expect(huge.status()).toBe(413);
});

test('pages and answers carry the headers that narrow what a browser does', async ({ request }) => {
  const page = await request.get('/sign-in');
  const policy = page.headers()['content-security-policy'] ?? '';
  const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? '';
  expect(nonce.length).toBeGreaterThanOrEqual(22);
  const scripts = (await page.text()).match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  const other = (await request.get('/sign-in')).headers()['content-security-policy'];
  expect(other).not.toBe(policy);
  const api = await request.get('/api/v1/me');
  expect(api.headers()['content-security-policy']).toContain("default-src 'none'");
  for (const reply of [page, api]) {
    const headers = reply.headers();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBeTruthy();
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    // Plain http: a browser would refuse the next visit otherwise.
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('the session cookie is out of reach of scripts, and works over plain http here', async ({
  page,
}) => {
  await signIn(page, demo('auditor'));
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === 'next-auth.session-token');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false, path: '/' });
  expect(session?.expires).toBeLessThan(Date.now() / 1000 + 12 * 3600 + 60);
  expect(await page.evaluate(() => document.cookie)).not.toContain('next-auth');
  const told = await (await page.request.get('/api/auth/session')).json();
  expect(Object.keys(told)).toEqual(['expires']);
});

test('what the browser is sent holds no secret and no server code', () => {
  const folder = join('.next', 'static');
  test.skip(!existsSync(folder), 'The build is not on this machine.');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const scripts = files.filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const kept = join('.data', 'session-secret');
  const words = [
    ...['$argon2', PASSWORD, 'passwordHash', 'NEXTAUTH_SECRET', 'OIDC_CLIENT_SECRET'],
    ...['session-secret', 'sessionEpoch', 'PrismaClient', 'PACTASUNTSERVANDA', 'otpauth:'],
    ...[process.env.NEXTAUTH_SECRET, process.env.DATABASE_URL].filter((word) => word),
    ...(existsSync(kept) ? [readFileSync(kept, 'utf8').trim()] : []),
  ];
  for (const file of scripts) {
    const code = readFileSync(join(folder, file), 'utf8');
    expect(
      words.filter((word) => code.includes(word ?? '')),
      file,
    ).toEqual([]);
  }
});

/** Whatever a page breaks of its own policy, or throws. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

for (const one of LOOKS)
  test(`no page breaks its policy, axe finds nothing (${one.colorScheme}, ${one.width} px)`, async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await look(page, one);
    const faults = faultsOf(page);
    const check = async (path: string) => {
      await visit(page, path);
      await expectSound(page);
    };
    await check('/sign-in?error=CredentialsSignin');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await check('/set-up/no.such.link');
    await signIn(page, demo('admin'));
    await check('/account');
    await check('/admin/users');
    await page.getByText('Change').first().click();
    await expectSound(page);
    const other = page.getByRole('listitem').filter({ hasText: demo('analyst-2') });
    await other.getByText('Change').click();
    await other.getByRole('button', { name: 'New set-up link' }).click();
    const link = await page.getByLabel(/^Link for/).inputValue();
    await check('/admin/users');
    await page.context().clearCookies();
    await check(link);
    for (const path of ['/', '/incidents', '/pacts', '/method']) {
      await page.goto(path);
      // Scripts run: the switch between light and dark answers.
      await page.getByRole('button', { name: /^(Dark|Light)$/ }).click();
      await page.getByRole('button', { name: /^(Dark|Light)$/ }).click();
    }
    expect(faults).toEqual([]);
    await context.close();
  });
