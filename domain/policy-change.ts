import { z } from 'zod';
import { DAY_MS, type Instant, isCalendarDay, toDay } from './dates';
import type { CodedFault } from './fault';
import { type Policy, policyOf } from './policy';
import { type PolicyField, policyFields } from './policy-field';
import type { PolicyDifference } from './policy-proposal';
import { readEntries } from './policy-version';
import { text } from './text';

/** A change of the policy is planned no further ahead than this. */
const AHEAD_DAYS = 366;

/** Numbers by path, such as `{"objectionDays": 45, "likelihood.likely": 0.7}`. */
const changesSchema = z
  .record(z.string().max(80), z.number())
  .refine((changes) => Object.keys(changes).length > 0, 'expected at least one changed value')
  .refine((changes) => Object.keys(changes).length <= 100, 'expected at most 100 changed values');
export type PolicyChanges = z.infer<typeof changesSchema>;

/** What an admin proposes; a second admin or the chair decides. */
export const newPolicyProposalSchema = z.strictObject({
  /** The version it changes, which has to be the latest. */
  basedOn: z.string().max(80),
  changes: changesSchema,
  validFrom: z.string().refine(isCalendarDay, 'expected a real calendar day, such as 2026-12-01'),
  reason: text(2000),
});
export type NewPolicyProposal = z.infer<typeof newPolicyProposalSchema>;

export const policyPreviewSchema = z.strictObject({ changes: changesSchema, pact: z.string() });

/** Values that must not cross: each at most the next. */
const ASCENDING: readonly (readonly string[])[] = [
  [
    ...['almost_no_chance', 'very_unlikely', 'unlikely', 'roughly_even_chance'],
    ...['likely', 'very_likely', 'almost_certain'],
  ].map((word) => `likelihood.${word}`),
  ['E', 'D', 'C', 'B', 'A'].map((letter) => `reliability.${letter}`),
  ['5', '4', '3', '2', '1'].map((figure) => `credibility.${figure}`),
  ['acknowledgementLevel', 'progressLevel', 'requiredLevel', 'requiredLevelGrave'],
  ['basisMonitoredShare', 'broadMonitoredShare'],
];

const fault = (path: string, code: string, message: string): CodedFault => ({
  ...{ path: `changes.${path}`, code, message, level: 'refused' },
});

function faultOf(field: PolicyField | undefined, path: string, value: number): CodedFault | null {
  if (field === undefined)
    return fault(path, 'unknown_value', 'expected the name of a policy value');
  const { least, most, whole } = field;
  if (value < least || value > most)
    return fault(
      path,
      'out_of_range',
      `expected ${whole ? 'a whole number' : 'a number'} from ${least} to ${most}`,
    );
  if (whole && !Number.isInteger(value))
    return fault(path, 'not_whole', `expected a whole number from ${least} to ${most}`);
  if (value === field.value) return fault(path, 'unchanged', `${value} is the present value`);
  return null;
}

/** Faults of values that would cross each other, told at those that change. */
function crossings(fields: ReadonlyMap<string, PolicyField>, changes: PolicyChanges): CodedFault[] {
  const after = (path: string) => changes[path] ?? fields.get(path)?.value ?? Number.NaN;
  return ASCENDING.flatMap((paths) =>
    paths.slice(1).flatMap((upper, at) => {
      const lower = paths[at] ?? upper;
      if (after(lower) <= after(upper)) return [];
      const told = Object.hasOwn(changes, upper) ? upper : lower;
      return [fault(told, 'crossed', `expected ${lower} to be at most ${upper}`)];
    }),
  );
}

/**
 * What is wrong with a change of a policy, value by value: unknown, out of range, not whole, the
 * same as before, or crossing another. Refused are changes that any of these is true of.
 */
export function changeFaults(base: Policy, changes: PolicyChanges): CodedFault[] {
  const fields = new Map(policyFields(base).map((field) => [field.path, field]));
  const own = Object.entries(changes).flatMap(
    ([path, value]) => faultOf(fields.get(path), path, value) ?? [],
  );
  return own.length > 0 ? own : crossings(fields, changes);
}

/**
 * What is wrong with the day a change is to hold from: a policy is never set back, neither before
 * today nor before the version it changes, and it is not planned more than a year ahead.
 */
export function dayFault(base: Policy, validFrom: string, today: Instant): CodedFault | null {
  const first = [toDay(today), base.validFrom].sort().at(-1) ?? base.validFrom;
  const last = toDay(today + AHEAD_DAYS * DAY_MS);
  if (validFrom >= first && validFrom <= last) return null;
  return {
    ...{ path: 'validFrom', code: 'not_then', level: 'refused' },
    message: `expected a day from ${first} to ${last}`,
  };
}

/** The day a change that is confirmed today holds from: the day proposed, or today if that has passed. */
export const effectiveFrom = (proposed: string, today: Instant): string =>
  [proposed, toDay(today)].sort().at(-1) ?? proposed;

/** The name of a version: its day, and a number where that day has one already. */
export function versionName(validFrom: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? validFrom : `${validFrom}.${number}`;
    if (!taken.includes(name)) return name;
  }
}

interface Named {
  readonly version: string;
  readonly validFrom: string;
}

/** The policy with some values changed, as a version of its own; the one before stays as it is. */
export function changedPolicy(base: Policy, changes: PolicyChanges, named: Named): Policy {
  const entries = Object.entries(base.entries).map(([key, entry]) => {
    const value =
      typeof entry.value === 'number'
        ? (changes[key] ?? entry.value)
        : Object.fromEntries(
            Object.entries(entry.value).map(([part, own]) => [
              part,
              changes[`${key}.${part}`] ?? own,
            ]),
          );
    return [key, { ...entry, value }];
  });
  return policyOf(named.version, named.validFrom, readEntries(Object.fromEntries(entries)));
}

/** What differs between two versions, in the order of the policy. */
export function policyDifferences(before: Policy, after: Policy): PolicyDifference[] {
  const old = new Map(policyFields(before).map(({ path, value }) => [path, value]));
  return policyFields(after).flatMap(({ path, label, part, unit, value: to }) => {
    const from = old.get(path) ?? null;
    return from === to ? [] : [{ path, label, part, unit, from, to }];
  });
}
