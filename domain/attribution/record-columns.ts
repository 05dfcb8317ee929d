import type { Claim } from '@/domain/claim';
import { type Dated, endOf, type Instant, startOf } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import { claimKnownAt } from '@/domain/retraction';

/** A claim that accuses a state, as numbers: what the series over claims read. */
interface ClaimFacts {
  /** When it became public, and until when it counts: [known, until). */
  readonly known: Instant;
  readonly until: Instant;
  /** Dated to the day or finer. */
  readonly exact: boolean;
  readonly accused: string;
  /** Who speaks: a state, else the kind of claimant. */
  readonly claimant: string;
  readonly cluster: string;
}

interface RecordFacts {
  readonly claims: readonly ClaimFacts[];
  readonly startExact: boolean;
  /** The first report on record; NaN: none. */
  readonly reportFirst: Instant;
  readonly reportLast: Instant;
}

/** From when a claim no longer counts (method.md 2.4, "Retraction"); -Infinity: it never did. */
function liveUntil(claim: Claim, claims: readonly Claim[]): Instant {
  const retracted = ({ retractedOn }: Claim): Instant =>
    retractedOn === undefined ? -Infinity : endOf(retractedOn);
  switch (claim.status) {
    case 'live':
      return Infinity;
    case 'superseded':
      return -Infinity;
    case 'retracted':
      return retracted(claim);
    case 'orphaned': {
      const leads = claims.filter(
        ({ id, status }) => status === 'retracted' && claim.derivedFrom.includes(id),
      );
      return leads.length === 0 ? -Infinity : Math.min(...leads.map(retracted));
    }
  }
}

const isExact = ({ precision }: Dated): boolean => precision === 'day' || precision === 'minute';

/** The earliest public mention: the disclosure, or a dated claim where that came before. */
function firstReport({
  disclosed,
  claims,
}: Incident): Pick<RecordFacts, 'reportFirst' | 'reportLast'> {
  let [reportFirst, reportLast] = [Number.NaN, Infinity];
  for (const date of [disclosed, ...claims.map((claim) => claim.date)])
    if (date !== null && endOf(date) < reportLast)
      [reportFirst, reportLast] = [startOf(date), endOf(date)];
  return { reportFirst, reportLast };
}

function recordFacts(incident: Incident, compiledOn: string): RecordFacts {
  const accusing = incident.claims.flatMap((claim): ClaimFacts[] => {
    const { accused, proposition, claimant, cluster, date } = claim;
    if (accused === null || proposition === 'OTHER') return [];
    const known = claimKnownAt(claim, compiledOn);
    const until = liveUntil(claim, incident.claims);
    if (until <= known) return [];
    const exact = date !== null && isExact(date);
    return [{ known, until, exact, accused, claimant: claimant.state ?? claimant.type, cluster }];
  });
  return {
    claims: accusing,
    startExact: isExact(incident.started),
    ...firstReport(incident),
  };
}

/** What was worked out of incidents before. */
export type RecordMemo = WeakMap<Incident, RecordFacts>;

/** Reports and accusing claims of a corpus as columns; nothing in them depends on a pact or a day. */
export interface RecordColumns {
  readonly startFirst: Float64Array;
  readonly startLast: Float64Array;
  readonly startExact: Uint8Array;
  readonly reportFirst: Float64Array;
  readonly reportLast: Float64Array;
  /** By incident: its stretch of the claim columns. */
  readonly claimFrom: Int32Array;
  readonly known: Float64Array;
  readonly until: Float64Array;
  readonly exact: Uint8Array;
  /** Places in `states`, `claimants`; `cluster` is a number within the incident. */
  readonly accused: Uint16Array;
  readonly claimant: Uint16Array;
  readonly cluster: Uint8Array;
  readonly states: readonly string[];
  readonly claimants: readonly string[];
}

/** Numbers names in order of code, so that the order of the records does not matter. */
function numbered(names: Iterable<string>): { list: string[]; of: ReadonlyMap<string, number> } {
  const list = [...new Set(names)].sort();
  return { list, of: new Map(list.map((name, at) => [name, at])) };
}

/** Lays out the reports and claims of incidents, in the order given: that of `columnsOf`. */
export function recordColumns(
  incidents: readonly Incident[],
  compiledOn: string,
  memo: RecordMemo = new WeakMap(),
): RecordColumns {
  const facts = incidents.map((incident) => {
    const made = memo.get(incident) ?? recordFacts(incident, compiledOn);
    memo.set(incident, made);
    return made;
  });
  const claims = facts.flatMap((one) => one.claims);
  const states = numbered(claims.map(({ accused }) => accused));
  const claimants = numbered(claims.map(({ claimant }) => claimant));
  const claimFrom = new Int32Array(facts.length + 1);
  const cluster = new Uint8Array(claims.length);
  facts.forEach(({ claims: own }, incident) => {
    const from = claimFrom[incident] ?? 0;
    claimFrom[incident + 1] = from + own.length;
    const names = [...new Set(own.map((claim) => claim.cluster))];
    own.forEach((claim, at) => {
      cluster[from + at] = names.indexOf(claim.cluster);
    });
  });
  return {
    startFirst: Float64Array.from(incidents, ({ started }) => startOf(started)),
    startLast: Float64Array.from(incidents, ({ started }) => endOf(started)),
    startExact: Uint8Array.from(facts, ({ startExact }) => Number(startExact)),
    reportFirst: Float64Array.from(facts, ({ reportFirst }) => reportFirst),
    reportLast: Float64Array.from(facts, ({ reportLast }) => reportLast),
    claimFrom,
    known: Float64Array.from(claims, ({ known }) => known),
    until: Float64Array.from(claims, ({ until }) => until),
    exact: Uint8Array.from(claims, ({ exact }) => Number(exact)),
    accused: Uint16Array.from(claims, ({ accused }) => states.of.get(accused) ?? 0),
    claimant: Uint16Array.from(claims, ({ claimant }) => claimants.of.get(claimant) ?? 0),
    cluster,
    states: states.list,
    claimants: claimants.list,
  };
}

/** Whether a claim counts on a day. */
export const countsOn = ({ known, until }: RecordColumns, claim: number, asOf: Instant): boolean =>
  (known[claim] ?? Infinity) <= asOf && asOf < (until[claim] ?? -Infinity);
