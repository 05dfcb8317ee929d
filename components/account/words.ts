import type { Grant } from '@/domain/role';

/** A wait as people say it: seconds under a minute, then minutes, rounded up. */
export function waitInWords(seconds: number): string {
  if (!(seconds > 0)) return 'a few minutes';
  if (seconds < 60) return `${seconds} second${seconds === 1 ? '' : 's'}`;
  const minutes = Math.ceil(seconds / 60);
  return `${minutes} minute${minutes === 1 ? '' : 's'}`;
}

/** The one answer to a wrong password, an unknown address and a disabled account alike. */
export const NOT_SIGNED_IN =
  'E-mail address and password do not go together. Check both; capitals in the password count.';
/** Why signing in did not work, in words; `error` is next-auth's. */
export function refusalInWords(error: string): string {
  const [word, seconds] = error.split(':');
  if (word === 'Wait') return `Too many attempts. Try again in ${waitInWords(Number(seconds))}.`;
  if (word === 'Busy') return 'Many people are signing in at this moment. Try again shortly.';
  if (word === 'AccessDenied')
    return 'There is no account here for the verified address your provider gave.';
  if (word === 'CredentialsSignin') return NOT_SIGNED_IN;
  return 'Signing in did not work. Try again.';
}

/** What each role is for, as the account page tells its holder. */
export const ROLE_MEANS: Readonly<Record<Grant['role'], string>> = {
  recorder: 'logs and revises incidents, claims, notifications, responses and evidence',
  analyst: 'records, codes blind, submits for review, drafts pacts and records adherence',
  reviewer: 'accepts or returns incidents and forwards findings, never their own',
  delegate: 'votes on findings for a party, with a reasoned dissent, or recuses',
  chair: 'convenes the commission, records its quorum, publishes and revokes findings',
  auditor: 'reads everything and verifies the ledger; writes nothing',
  admin: 'keeps users, roles, tokens and policy versions; signs nothing',
};

/** The roles of a person in one breath, for the header. */
export function rolesInBrief(grants: readonly Grant[]): string {
  const words = grants.map((grant) =>
    grant.role === 'delegate' ? `delegate ${grant.party}` : grant.role,
  );
  return [...new Set(words)].join(', ') || 'no role';
}
