import { parse } from '@/domain/fault';
import type { Incident } from '@/domain/incident';
import type { IncidentDraft } from '@/domain/incident-draft';
import { loggingFaults } from '@/domain/logging-rules';
import { quickLogSchema } from '@/domain/quick-log';
import { incidentFromQuickLog, proposedId } from '@/domain/quick-log-incident';
import { writtenDate } from '@/domain/when';
import type { FieldFault } from './api';
import { draftOfQuick } from './quick-draft';
import { inputOfQuick } from './quick-input';
import type { QuickValues } from './quick-values';
import { shownDate, valueOfDate } from './written-date';

/** Fields of a record as the quick log has them. */
const QUICK_FIELD: readonly (readonly [RegExp, string])[] = [
  [/^when\.(?:date|from|kind)$|^started/, 'when'],
  [/^when\.to$|^ended/, 'until'],
  [/^ongoing/, 'span'],
  [/^victimStates/, 'victimState'],
  [/^victims/, 'victim'],
  [/^sources/, 'sourceUrl'],
  [/^claims\[0\]\.(likelihood|probability|date|admission)/, 'claim.likelihood'],
  [/^claims\[0\]\.basis/, 'claim.basis'],
  [/^claims\[0\]\.claimant\.type/, 'claim.whoType'],
  [/^claims\[0\]\.claimant/, 'claim.who'],
  [/^claims/, 'linkedState'],
];

/** The field of the quick log that holds a field of the record. */
export function quickField(path: string): string {
  return QUICK_FIELD.find(([pattern]) => pattern.test(path))?.[1] ?? path;
}

const SENTENCES: Readonly<Record<string, string>> = {
  title: 'Say in a few words what happened.',
  conduct: 'Choose what happened: at least one.',
  when: 'Write a date such as 2016, 2016-07 or 2016-07-22.',
  until: 'Write when it ended, such as 2016-08; not before the start.',
  victimState: 'Choose the state concerned, or "Unknown".',
  objects: 'Choose the target, or "Unknown".',
  linkedState: 'Choose the state that a source links to it, or "Unknown".',
  sourceUrl: 'Give the address of a source, beginning with https:// or http://.',
  'claim.who': 'Say who says so.',
  'claim.whoType': 'Choose what kind of speaker it is.',
  'claim.basis': 'Choose on what basis it is said.',
};

/** The schema's words are for files; a person at a form is told what to do. */
function inWords({ path, message }: FieldFault): string {
  const plain = /^(?:expected|Invalid|received|still empty)/.test(message);
  const long = /at most|hidden|control|password/.test(message);
  return (plain && !long ? SENTENCES[path] : undefined) ?? message;
}

export interface QuickCheck {
  readonly incident: Incident | null;
  readonly faults: readonly FieldFault[];
}

function once(faults: readonly FieldFault[]): FieldFault[] {
  return faults.filter(({ path }, at) => faults.findIndex((other) => other.path === path) === at);
}

/** What the rules say of a half-filled form already; nothing about what is merely missing. */
export function earlyFaults(draft: IncidentDraft, now: number): FieldFault[] {
  const found = loggingFaults(draft, now);
  return once(
    found.map(({ path, message, level }) => ({ path: quickField(path), message, level })),
  );
}

/** The incident the fields tell of, or every fault by its field. */
export function checkQuick(values: QuickValues, now: number): QuickCheck {
  const parsed = parse(quickLogSchema, inputOfQuick(values));
  const early = earlyFaults(draftOfQuick(values), now);
  if (!parsed.ok) {
    const faults = parsed.faults.map(({ path, message }): FieldFault => {
      const fault = { path: quickField(path), message, level: 'refused' } as const;
      return { ...fault, message: inWords(fault) };
    });
    return { incident: null, faults: once([...faults, ...early]) };
  }
  const incident = incidentFromQuickLog(parsed.value, proposedId(parsed.value));
  // The quick schema knows no minutes; the record does.
  const exact = writtenDate(shownDate(valueOfDate(values.when)));
  const started = exact?.precision === 'minute' ? exact : incident.started;
  const refused = early.some(({ level }) => level === 'refused');
  return { incident: refused ? null : { ...incident, started }, faults: early };
}
