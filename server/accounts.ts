import 'server-only';
import { grantInWords } from '@/domain/role';
import {
  allowsDemo,
  DEMO_ACCOUNTS,
  DEMO_PASSWORD,
  DEMO_STEP_UP_KEY,
  type DemoAccount,
  hasDemoStepUp,
} from './account/demo';
import { hashPassword, isPassword } from './account/password';
import { grantIn, rowOf } from './account/people';
import { publicUrl } from './account/public-url';
import { seal } from './account/sealed';
import { sessionSecret } from './account/secret';
import { makeLink } from './account/set-up-link';
import { STEP_UP } from './account/step-up';
import { database } from './database';
import { append, type Tx, writing } from './ledger';
import { hasAdmin } from './set-up';
import { forgetOldTurns } from './throttle';

const author = { kind: 'program', name: 'setup' } as const;

const hasUsers = async (within: Tx = database()): Promise<boolean> =>
  (await within.user.findFirst({ select: { id: true } })) !== null;

async function createDemoAccount(tx: Tx, demo: DemoAccount, passwordHash: string): Promise<void> {
  const { email, name, grant } = demo;
  const { id } = await tx.user.create({ data: { email, name, passwordHash } });
  const about = { actor: author, subject: `user:${id}` };
  await append(tx, { ...about, type: 'user.created', payload: { user: id, demo: true } });
  const payload = { user: id, ...grant };
  const { at } = await append(tx, { ...about, type: 'role.granted', payload });
  const grantedAt = new Date(at);
  await tx.roleGrant.create({ data: { userId: id, grantedAt, ...rowOf(grant) } });
  if (!hasDemoStepUp(demo)) return;
  await append(tx, { ...about, type: 'step_up.enrolled', payload: { user: id, demo: true } });
  const sealed = seal(STEP_UP, id, DEMO_STEP_UP_KEY);
  const row = { userId: id, sealed, shownAt: grantedAt, confirmedAt: grantedAt };
  await tx.stepUp.create({ data: row });
}

/** The demo accounts, each with its ledger entries, on an installation that has no account yet. */
async function createDemoAccounts(): Promise<void> {
  if (await hasUsers()) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await writing(async (tx) => {
    if (await hasUsers(tx)) return;
    for (const demo of DEMO_ACCOUNTS) await createDemoAccount(tx, demo, passwordHash);
  });
}

/** The demo accounts that can be signed in with, one a line, as they stand now. */
async function demoLines(): Promise<string[]> {
  const users = await database().user.findMany({
    where: {
      email: { in: DEMO_ACCOUNTS.map(({ email }) => email) },
      disabledAt: null,
    },
    include: { roles: { where: { revokedAt: null } } },
  });
  const open = await Promise.all(
    users.map(({ passwordHash }) => isPassword(DEMO_PASSWORD, passwordHash)),
  );
  if (!open.includes(true)) return [];
  const order = DEMO_ACCOUNTS.map(({ email }) => email);
  const lines = users
    .filter((_, index) => open[index])
    .sort((one, other) => order.indexOf(one.email) - order.indexOf(other.email))
    .map(({ email, roles }) => {
      const held = roles.flatMap((row) => grantIn(row) ?? []).map(grantInWords);
      return `  ${email.padEnd(28)} ${held.join('; ') || 'no role'}`;
    });
  return [
    `Demo accounts, password "${DEMO_PASSWORD}" (public: for this machine only):`,
    ...lines,
    `Delegates, chair and reviewer confirm votes and publications with a code of the authenticator key ${DEMO_STEP_UP_KEY} (public too; their account pages show the code of the moment).`,
  ];
}

/** A new link for the first admin; those printed before are void. */
async function firstAdminLines(): Promise<string[]> {
  const link = await writing(async (tx) => {
    if (await hasAdmin(tx)) return null;
    await tx.setupLink.deleteMany({ where: { usedAt: null } });
    return makeLink(tx, 'first', new Date());
  });
  if (link === null) return [];
  const base = publicUrl()?.origin ?? 'http://localhost:3000';
  return [
    'There is no admin yet. Open this link within 24 hours to become the first; it works once:',
    `  ${base}${link.path}`,
  ];
}

/**
 * Makes sure that somebody can sign in, and returns what to print about it. Where demo accounts are
 * allowed they are created on first start and printed on each; with DATABASE_URL in production none
 * is, and as long as there is no admin a one-time link for the first is printed instead.
 * @throws StorageRefused where the session secret is missing.
 */
export async function ensureAccounts(): Promise<readonly string[]> {
  sessionSecret();
  await forgetOldTurns(new Date());
  if (!allowsDemo()) return (await hasAdmin()) ? [] : firstAdminLines();
  await createDemoAccounts();
  return demoLines();
}
