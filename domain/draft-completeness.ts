import type { IncidentDraft } from './incident-draft';

/** A fact the record would be the better for. */
export interface MissingFact {
  /** Field of the form to go to. */
  readonly path: string;
  readonly label: string;
  /** Without it the record cannot be logged at all. */
  readonly required: boolean;
}

export interface Completeness {
  /** Facts filled in, of `of`. */
  readonly filled: number;
  readonly of: number;
  readonly missing: readonly MissingFact[];
}

interface Fact extends MissingFact {
  readonly known: (draft: IncidentDraft) => boolean;
}

const said = (value: string | null | undefined): boolean => (value ?? '').trim() !== '';
const some = (items: readonly unknown[] | undefined): boolean => (items ?? []).length > 0;
const fact = (path: string, label: string, known: Fact['known'], required = false): Fact => ({
  path,
  label,
  required,
  known,
});

const FACTS: readonly Fact[] = [
  fact('title', 'title', ({ title }) => said(title), true),
  fact('summary', 'summary', ({ summary }) => said(summary), true),
  fact('conduct', 'what happened', ({ conduct }) => some(conduct), true),
  fact('objects', 'target', ({ objects }) => some(objects), true),
  fact('started', 'start', ({ started }) => said(started?.date), true),
  fact('severity', 'severity', ({ severity }) => typeof severity === 'number', true),
  fact('severityNote', 'why this severity', ({ severityNote }) => said(severityNote), true),
  fact('status', 'whether it is confirmed', ({ status }) => status !== undefined, true),
  fact('tlp', 'marking', ({ tlp }) => tlp !== undefined, true),
  fact('victimStates', 'victim state', ({ victimStates }) => some(victimStates)),
  fact('victims', 'victim', ({ victims }) => (victims ?? []).some(said)),
  fact('sources', 'source', ({ sources }) => some(sources)),
  fact(
    'ended',
    'end, or that it goes on',
    ({ ended, ongoing }) => ongoing === true || said(ended?.date),
  ),
  fact('disclosed', 'day it became public', ({ disclosed }) => said(disclosed?.date)),
  fact('intent', 'intent', ({ intent }) => intent !== undefined && intent !== null),
  fact('claims', 'who says who did it', ({ claims }) => some(claims)),
  fact('notifications', 'notification', ({ notifications }) => some(notifications)),
];

/**
 * How much of a record is there. "Unknown" costs no one anything: a missing fact is shown to the
 * recorder and never scored (principle 2 of method.md).
 */
export function completeness(draft: IncidentDraft): Completeness {
  const missing = FACTS.filter(({ known }) => !known(draft));
  return {
    filled: FACTS.length - missing.length,
    of: FACTS.length,
    missing: missing.map(({ path, label, required }) => ({ path, label, required })),
  };
}
