import type { BlockingField, Subject } from './consequence-subject';
import type { CoverageCode } from './coverage';
import type { Finding } from './finding';
import type { Clause } from './pact';

/** A fact that a line waits for: the field of the form to go to, and what to call it. */
export interface MissingInput {
  readonly path: string;
  readonly label: string;
}

const LABELS: Readonly<Record<string, string>> = {
  started: 'start date',
  victimStates: 'victim state',
  conduct: 'conduct',
  objects: 'target',
  intent: 'intent',
  severity: 'severity',
  status: 'status',
  claims: 'claim',
  'claims.accused': 'accused state',
  'claims.likelihood': 'likelihood of the claim',
  'claims.probability': 'likelihood of the claim',
  'claims.date.date': 'claim date',
  notifications: 'notification',
  'notifications.at': 'notification date',
  'notifications.at.date': 'notification date',
  'notifications.by': 'notifying state',
  'notifications.to': 'notified state',
  'notifications.channel': 'notification channel',
  responses: 'response',
  'responses.at': 'response date',
  'responses.at.date': 'response date',
  'responses.by': 'responding state',
  'responses.level': 'level of the response',
  pleas: 'decision on the plea',
};

/** A field by its path in words: `notifications[0].at` is "notification date". */
export function missingInput(path: string): MissingInput {
  const general = path.replaceAll(/\[\d+\]/g, '');
  const words = general.split('.').at(-1) ?? general;
  return { path, label: LABELS[general] ?? words };
}

const FIELD_OF: Readonly<Partial<Record<CoverageCode, string>>> = {
  TIME: 'started',
  OBJECT: 'objects',
  INTENT: 'intent',
  EXCEPTION: 'pleas',
  RESERVATION: 'objects',
};

const READERS: Readonly<Record<BlockingField, readonly CoverageCode[]>> = {
  started: ['TIME'],
  victimStates: ['PARTY', 'TIME'],
  conduct: ['CONDUCT', 'RESERVATION'],
  objects: ['OBJECT', 'SEVERITY', 'RESERVATION'],
};

/**
 * The coverage tests of a clause that read a missing fact: whatever they answer is not to be
 * believed. A clause that lists no conduct or no object fails that test whatever the fact.
 */
export function doubted(
  { blocking, assumed }: Subject,
  clause: Pick<Clause, 'conduct' | 'objects'>,
): ReadonlySet<CoverageCode> {
  const codes = new Set(blocking.flatMap((field) => READERS[field]));
  if (assumed.includes('severity')) codes.add('SEVERITY');
  if (clause.conduct.length === 0) codes.delete('CONDUCT');
  if (clause.objects.length === 0) codes.delete('OBJECT');
  return codes;
}

/** What a finding waits for. `undecided`: an entry begun and not finished could change the answer. */
export function missingFor(
  { rule, accused, failedCoverage, verdict }: Finding,
  { assumed, unfinished }: Subject,
): { readonly paths: readonly string[]; readonly undecided: boolean } {
  const whenUnfinished = (paths: readonly string[], otherwise: readonly string[]) =>
    paths.length > 0
      ? { paths, undecided: true }
      : { paths: [...otherwise, ...assumed], undecided: false };
  const field = failedCoverage === null ? undefined : FIELD_OF[failedCoverage];
  switch (rule) {
    case 'R0':
      return { paths: field === undefined ? [] : [field], undecided: true };
    case 'R1':
      return { paths: [], undecided: false };
    case 'R2':
    case 'R3':
      return { paths: ['status'], undecided: false };
    case 'R6':
      return whenUnfinished(unfinished.claims, [
        ...(accused === null ? ['claims'] : []),
        ...(field === undefined ? [] : [field]),
      ]);
    case 'R9':
    case 'R10':
      return whenUnfinished(unfinished.notifications, ['notifications']);
    case 'R13':
    case 'R14':
      return whenUnfinished(unfinished.responses, verdict === 'PENDING' ? ['responses'] : []);
    default:
      return { paths: assumed, undecided: false };
  }
}
