import 'server-only';
import type { Grant } from '@/domain/role';
import { databaseUrl } from '@/server/database';

/** Everybody can read it here: the accounts are for trying the product on one machine. */
export const DEMO_PASSWORD = 'pacta-sunt-servanda';
const DOMAIN = 'demo.example';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly grant: Grant;
}

const account = (word: string, name: string, grant: Grant): DemoAccount => ({
  ...{ email: `${word}@${DOMAIN}`, name, grant },
});
const delegate = (party: string, number: number, name: string) =>
  account(`delegate-${party.toLowerCase()}-${number}`, name, {
    role: 'delegate',
    party,
    pact: null,
  });

/** One person for each part in the path of a finding (design: commands). */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('recorder', 'Rosa Recorder', { role: 'recorder' }),
  account('analyst-1', 'Anna Analyst', { role: 'analyst' }),
  account('analyst-2', 'Amir Analyst', { role: 'analyst' }),
  account('reviewer', 'Remy Reviewer', { role: 'reviewer' }),
  delegate('US', 1, 'Una Delegate'),
  delegate('US', 2, 'Ulric Delegate'),
  delegate('RU', 1, 'Rita Delegate'),
  delegate('RU', 2, 'Ruslan Delegate'),
  account('chair', 'Chloe Chair', { role: 'chair' }),
  account('auditor', 'Aude Auditor', { role: 'auditor' }),
  account('admin', 'Ada Admin', { role: 'admin' }),
];

/** Demo accounts belong to an installation on one machine, or one under development. */
export const allowsDemo = (): boolean =>
  databaseUrl() === null || process.env.NODE_ENV !== 'production';

/** A demo account's password is public: where demo accounts are not allowed, nobody signs in with it. */
export const isBarred = (email: string): boolean => email.endsWith(`@${DOMAIN}`) && !allowsDemo();

/** The demo accounts that the sign-in page offers: those of an embedded database only. */
export const demoShown = (): readonly DemoAccount[] =>
  databaseUrl() === null ? DEMO_ACCOUNTS : [];
