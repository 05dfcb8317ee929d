import { expect, type Page, test } from '@playwright/test';
import { personIn } from './recording';
import { expectReadable, expectSound, LOOKS, look } from './visiting';

/** The titles of an Atom feed, read by the browser's own parser; none where it is not well formed. */
const titlesOf = (page: Page, xml: string): Promise<string[]> =>
  page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml');
    return feed.querySelector('parsererror') === null
      ? [...feed.querySelectorAll('entry > title')].map(({ textContent }) => textContent ?? '')
      : [];
  }, xml);

test('a notice arrives, leads to its place and is read; its feed is fetched by a secret address until that is revoked', async ({
  browser,
  playwright,
}) => {
  const title = `Winter session ${Date.now()}`;
  const delegate = await personIn(browser, 'delegate-us-1', '/inbox');
  const chair = await personIn(browser, 'chair');
  const convened = await chair.request.post('/api/v1/commission/sessions', {
    ...{ data: { title }, headers: { origin: new URL(chair.url()).origin } },
  });
  expect(convened.status()).toBe(201);
  const { id } = await convened.json();

  const sentence = `The commission is convened: ${title}`;
  await delegate.reload();
  const line = delegate.getByRole('listitem').filter({ hasText: sentence });
  await expect(line.getByText('Unread: ')).toHaveCount(1);
  await line.getByRole('link').click();
  await expect(delegate).toHaveURL(new RegExp(`/commission/${id}$`));
  await expect(delegate.getByRole('heading', { name: title })).toBeVisible();
  await delegate.goto('/inbox');
  await expect(line).toBeVisible();
  await expect(line.getByText('Unread: ')).toHaveCount(0);

  await delegate.getByRole('button', { name: 'Make addresses' }).click();
  const atom = await delegate.getByLabel('Inbox as delegate (Atom)', { exact: true }).inputValue();
  const calendar = await delegate.getByLabel('Deadlines (calendar)', { exact: true }).inputValue();
  await expectSound(delegate);
  await look(delegate, LOOKS[1]);
  await expectReadable(delegate);
  await delegate.getByRole('button', { name: 'Copy the address: Deadlines (calendar)' }).click();
  await expect(
    delegate.getByText(/^Deadlines \(calendar\): copied|does not let the page copy/),
  ).toBeVisible();

  const program = await playwright.request.newContext();
  const feed = await program.get(atom);
  expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(feed.headers()['referrer-policy']).toBe('no-referrer');
  expect(await titlesOf(delegate, await feed.text())).toContain(sentence);
  const { etag = '' } = feed.headers();
  expect((await program.get(atom, { headers: { 'if-none-match': etag } })).status()).toBe(304);
  const days = await program.get(calendar);
  expect(days.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await days.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR/);

  await delegate.goto('/account');
  await expect(delegate.getByText(atom)).toHaveCount(0);
  await delegate.getByRole('button', { name: 'Revoke them' }).click();
  await expect(delegate.getByText('You have no addresses.')).toBeVisible();
  for (const address of [atom, calendar]) expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
  for (const page of [delegate, chair]) await page.context().close();
});
