import 'server-only';
import type { Instant } from '@/domain/dates';
import type { Grant } from '@/domain/role';
import { STEP_SECONDS, type StepUpState } from '@/domain/step-up';
import { databaseUrl } from '@/server/database';
import { codeAt } from './totp';

/** Everybody can read it here: the accounts are for trying the product on one machine. */
export const DEMO_PASSWORD = 'pacta-sunt-servanda';
/** The authenticator's key of every demo account that has one: public as well. */
export const DEMO_STEP_UP_KEY = 'PACTASUNTSERVANDADEMONSTRATION23';
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

/** Demo accounts that vote, publish or confirm have an authenticator from the start; others set one up. */
export const hasDemoStepUp = ({ grant: { role } }: DemoAccount): boolean =>
  role === 'delegate' || role === 'chair' || role === 'reviewer';

/** Demo accounts belong to an installation on one machine, or one under development. */
export const allowsDemo = (): boolean =>
  databaseUrl() === null || process.env.NODE_ENV !== 'production';

/** A demo account's password is public: where demo accounts are not allowed, nobody signs in with it. */
export const isBarred = (email: string): boolean => email.endsWith(`@${DOMAIN}`) && !allowsDemo();

/** The demo accounts that the sign-in page offers: those of an embedded database only. */
export const demoShown = (): readonly DemoAccount[] =>
  databaseUrl() === null ? DEMO_ACCOUNTS : [];

/** The published key and its code of this moment, where a demo account still uses that key. */
export function demoStepUp(email: string, secret: string | null, at: Instant): StepUpState['demo'] {
  if (!email.endsWith(`@${DOMAIN}`) || !allowsDemo() || secret !== DEMO_STEP_UP_KEY) return null;
  const seconds = STEP_SECONDS - (Math.floor(at / 1000) % STEP_SECONDS);
  return { key: DEMO_STEP_UP_KEY, code: codeAt(DEMO_STEP_UP_KEY, at), seconds };
}
