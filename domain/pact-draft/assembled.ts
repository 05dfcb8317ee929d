import { datedSchema } from '@/domain/dates';
import { type Fault, type Parsed, parse } from '@/domain/fault';
import { type Clause, clauseSchema, type Pact, pactSchema } from '@/domain/pact';
import { asAssumed } from './alternatives';
import { bracketUnescaped } from './brackets';
import type { DraftClause, PactDraft } from './draft';

/** What a draft does not hold: under which number it is asked about, and what states did about it. */
export interface Beside {
  readonly id: string;
  readonly version: number;
  readonly adherence: Pact['adherence'];
  readonly sources: Pact['sources'];
}

const filled = (record: object): object =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  );

/** A clause of a draft in the pact format: what may be missing there is given as the format gives it. */
function clauseOf(clause: DraftClause): object {
  const { dueDiligence, severityShift, note, reservations = [], ...rest } = clause;
  const shifts = filled(severityShift ?? {});
  return {
    ...{ conduct: [], objects: [], conductExclusions: [], objectExclusions: [] },
    ...{ commissionLimbs: [], exceptions: [] },
    ...filled(rest),
    intentRequired: rest.intentRequired ?? null,
    dueDiligence: dueDiligence === undefined || dueDiligence === null ? null : filled(dueDiligence),
    exceptions: (rest.exceptions ?? []).map(({ note: why, ...one }) => ({
      ...one,
      ...((why ?? '').trim() === '' ? {} : { note: why }),
    })),
    reservations: reservations.map((one) => ({ conduct: [], objects: [], ...filled(one) })),
    reciprocity: reservations.length > 0 ? 'reserved' : 'symmetric',
    ...(Object.keys(shifts).length === 0 ? {} : { severityShift: shifts }),
    ...((note ?? '').trim() === '' ? {} : { note }),
  };
}

/** The words of a fault of the format, as somebody reads them who fills in a form. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^expected string, received undefined$|^expected words, found nothing$/, 'This is still empty.'],
  [/^expected number, received (?:undefined|null)$/, 'Give a number.'],
  [/^expected an ISO 3166/, 'Choose a state.'],
  [/^expected a real calendar day/, 'Give a date, such as 2018-01-01.'],
  [/^expected array|^expected object/, 'This is still empty.'],
];

const told = (fault: Fault): Fault => ({
  ...fault,
  message: WORDS.find(([pattern]) => pattern.test(fault.message))?.[1] ?? fault.message,
});

function wholeOf({ pact = {} }: PactDraft, { id, version, adherence, sources }: Beside): object {
  const { clauses = [], parties = [], assumedInForce, end, kind = 'hypothetical' } = pact;
  const own = (pact.sources ?? []).map((source) => ({ url: null, date: null, ...source }));
  const known = new Set(own.map((source) => source.id));
  return {
    ...filled(pact),
    ...{ format: 'servanda.pact/1', id, version, kind },
    referenceOnly: pact.referenceOnly ?? false,
    parties: parties.map((party) => ({ ...filled(party), succeeds: party.succeeds ?? [] })),
    assumedInForce:
      kind === 'historical'
        ? null
        : {
            precision: 'day',
            ...filled(assumedInForce ?? {}),
            alternatives: assumedInForce?.alternatives ?? [],
          },
    ...(end === null || end === undefined || (end.date ?? '') === ''
      ? { end: undefined }
      : { end }),
    adherence,
    sources: [...own, ...sources.filter((source) => !known.has(source.id))],
    clauses: clauses.map(clauseOf),
  };
}

/**
 * A draft in the pact format, its texts still in bracket notation; or every fault by its field
 * (`clauses[0].text`). What the form leaves out is not invented: a missing number is a fault.
 */
export function assembled(draft: PactDraft, beside: Beside): Parsed<Pact> {
  const parsed = parse(pactSchema, JSON.parse(JSON.stringify(wholeOf(draft, beside))));
  if (parsed.ok) return parsed;
  const paths = new Set(parsed.faults.map(({ path }) => path));
  const more = dateFaults(draft).filter(({ path }) => !paths.has(path));
  return { ok: false, faults: [...parsed.faults, ...more].map(told) };
}

/** Dates that are none: the format looks at them only once everything else is in place. */
function dateFaults({ pact = {} }: PactDraft): Fault[] {
  const { kind = 'hypothetical', assumedInForce } = pact;
  if (kind === 'historical') return [];
  const { date = '', precision = 'day' } = assumedInForce ?? {};
  const parsed = datedSchema.safeParse({ date, precision });
  return (parsed.error?.issues ?? []).map(({ message }) => ({
    ...{ path: 'assumedInForce.date', record: null, message },
  }));
}

const PLACEHOLDER = 'Without a text yet.';

const orPlaceholder = (text: string | undefined): string =>
  (text ?? '').trim() === '' ? PLACEHOLDER : (text ?? '');

/**
 * A draft as it is tested while it is written: words that are missing do not matter to the test, and
 * of each open bracket the option counts that is assumed.
 */
export function asTested(draft: PactDraft, beside: Beside): Parsed<Pact> {
  const { pact = {}, alternatives = [] } = draft;
  const worded: PactDraft = {
    pact: {
      ...pact,
      ...{ title: orPlaceholder(pact.title), summary: orPlaceholder(pact.summary) },
      origin: orPlaceholder(pact.origin),
      ...(pact.assumedInForce == null
        ? {}
        : {
            assumedInForce: {
              ...pact.assumedInForce,
              reason: orPlaceholder(pact.assumedInForce.reason),
              alternatives: [],
            },
          }),
      sources: [],
      clauses: (pact.clauses ?? []).map((clause) => ({
        ...clause,
        ...{ text: orPlaceholder(clause.text), reference: orPlaceholder(clause.reference) },
        reservations: (clause.reservations ?? []).map((one) => ({
          ...one,
          text: orPlaceholder(one.text),
        })),
      })),
    },
  };
  const whole = assembled(worded, beside);
  if (!whole.ok) return whole;
  const clauses = whole.value.clauses.map((clause) => asAssumed(clause, alternatives));
  return { ok: true, value: { ...whole.value, clauses } };
}

/** One clause of a draft in the pact format, where it is whole enough to be one. */
export function clauseTested(clause: DraftClause): Clause | null {
  const worded = {
    ...clause,
    ...{ text: orPlaceholder(clause.text), reference: orPlaceholder(clause.reference) },
    reservations: (clause.reservations ?? []).map((one) => ({
      ...one,
      text: orPlaceholder(one.text),
    })),
  };
  const parsed = clauseSchema.safeParse(JSON.parse(JSON.stringify(clauseOf(worded))));
  return parsed.success ? parsed.data : null;
}

/** The pact that a version keeps: without brackets that mean alternatives. */
export const inPlainWords = (pact: Pact): Pact => ({
  ...pact,
  clauses: pact.clauses.map((clause) => ({ ...clause, text: bracketUnescaped(clause.text) })),
});
