import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

const PASSWORD = 'pacta-sunt-servanda';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
/** Sessions of this worker: signing in at the door is the story of accounts.spec.ts. */
const sessions = new Map<string, Cookies>();

/** Signs in by address and password, whatever session there is already: a session of its own. */
export async function signInAtTheDoor(page: Page, who: string, to = '/account'): Promise<void> {
  await page.goto(`/sign-in?${new URLSearchParams({ from: to })}`);
  await page.getByLabel('E-mail address').fill(`${who}@demo.example`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs in as a demo account and stays on a page. */
export async function signIn(page: Page, who: string, to = '/account'): Promise<void> {
  const at = ({ pathname }: URL) => pathname === to.split('?')[0];
  const known = sessions.get(who);
  if (known !== undefined) {
    await page.context().addCookies(known);
    const { kind } = await (await page.request.get('/api/v1/me')).json();
    if (kind === 'person') await page.goto(to);
  }
  if (!at(new URL(page.url()))) await signInAtTheDoor(page, who, to);
  await expect(page).toHaveURL(at);
  sessions.set(who, await page.context().cookies());
}

/** Signs in, or tries to, in the dialog over a form. */
export async function attemptAgain(page: Page, who: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel('E-mail address').fill(`${who}@demo.example`);
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in and save' }).click();
}

/** A person with a browser of their own. */
export async function personIn(browser: Browser, who: string, to = '/account'): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, who, to);
  return page;
}

/** The form answers: the pacts have spoken beside it. */
export async function formReady(page: Page): Promise<void> {
  await expect(page.getByText(/^Would be tested under|^No pact of the library/)).toBeVisible();
}

export const saveLine = (page: Page) => page.getByTestId('save-line');
export const SAVED = /^Saved \d\d:\d\d:\d\d, revision \d+$/;

/** Takes one of a list by typing. */
export async function choose(page: Page, label: string, typed: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.pressSequentially(typed, { delay: 20 });
  await page.keyboard.press('Enter');
}

export interface Quick {
  readonly title: string;
  readonly url: string;
}

/** Fills the seven fields of the quick log. */
export async function fillQuick(page: Page, { title, url }: Quick): Promise<void> {
  await page.getByLabel('Title').fill(title);
  await choose(page, 'What happened', 'publication');
  await page.getByLabel('When', { exact: true }).fill('2016-07-22');
  await choose(page, 'Victim state', 'United States');
  await choose(page, 'Target', 'political');
  await choose(page, 'Linked state', 'Unknown');
  await page.getByLabel('Source address').fill(url);
}

/** Logs an incident in short and tells its address. */
export async function logQuick(page: Page, quick: Quick): Promise<string> {
  await page.goto('/incidents/new');
  await formReady(page);
  await fillQuick(page, quick);
  await page.getByRole('button', { name: 'Log the incident' }).click();
  await expect(page.getByRole('heading', { name: 'Logged' })).toBeVisible();
  const href = await page.getByText('is on record as').getByRole('link').getAttribute('href');
  return href ?? '';
}
