import type { CaseRow, Held, RowSetting } from '@/bench/lab/rows';
import { farthestFactor } from '@/domain/finding';
import { INCIDENT_STATUSES, INTENTS } from '@/domain/incident';
import { conductMask, dutyMask, objectMask } from '@/domain/sweep/bits';
import { codesOf, EXCEPTIONS } from '@/domain/vocabulary';
import { CERTAIN } from './turns';

export type Cell = number | boolean | null;
/** A type of a column, as PostgreSQL and DuckDB both name it. */
export type SqlType = 'int2' | 'int4' | 'int8' | 'float8' | 'bool';

/** What the columns of a case are read with. */
export interface Reading {
  readonly states: ReadonlyMap<string, number>;
  readonly setting: RowSetting;
}

/** Some columns that are read together. */
export interface ColumnGroup {
  readonly types: Readonly<Record<string, SqlType>>;
  readonly cells: (row: CaseRow, reading: Reading) => Cell[];
}

function group<P extends Readonly<Record<string, Cell>>>(
  types: Readonly<Record<keyof P & string, SqlType>>,
  of: (row: CaseRow, reading: Reading) => P,
): ColumnGroup {
  const names: readonly (keyof P)[] = Object.keys(types);
  return {
    types,
    cells: (row, reading) => {
      const part = of(row, reading);
      return names.map((name) => part[name] ?? null);
    },
  };
}

const EXCEPTION_CODES: readonly (string | undefined)[] = codesOf(EXCEPTIONS);

/** Pleas by code, a bit each; the lowest is a plea that names none. */
export const exceptionMask = (codes: readonly (string | undefined)[]): number =>
  codes.reduce((mask, code) => mask | (1 << (EXCEPTION_CODES.indexOf(code) + 1)), 0);

const facts = group(
  {
    ...{ accused: 'int2', victims: 'int8', conduct: 'int4', objects: 'int4', intent: 'int2' },
    ...{ severity: 'int2', status: 'int2', verify_by: 'int8', duty_limbs: 'int2' },
    ...{ grave: 'bool', recurs: 'bool' },
  },
  (row, { states }) => ({
    accused: states.get(row.accused) ?? -1,
    // A sum, since a mask of 32 bits would not hold every state.
    victims: row.victimStates.reduce((sum, state) => sum + 2 ** (states.get(state) ?? 0), 0),
    conduct: conductMask(row.conduct),
    objects: objectMask(row.objects),
    intent: row.intent === null ? -1 : INTENTS.indexOf(row.intent),
    severity: row.severity,
    status: INCIDENT_STATUSES.indexOf(row.status),
    verify_by: row.verifyBy,
    duty_limbs: dutyMask(row.dutyLimbs),
    grave: row.ongoing || row.recurring,
    recurs: row.recurs,
  }),
);

const times = group(
  { start_first: 'int8', start_last: 'int8', until_first: 'int8', until_last: 'int8' },
  ({ started, ended, ongoing }, { setting: { asOf } }) => {
    const [first, last] =
      ended !== null
        ? [Math.max(started.first, ended.first), ended.last]
        : ongoing
          ? [asOf, asOf]
          : [started.first, started.last];
    return {
      ...{ start_first: started.first, start_last: started.last },
      ...{ until_first: first, until_last: last },
    };
  },
);

const held = group(
  {
    ...{ link_lower: 'float8', link_clusters: 'int2', link_contested: 'bool' },
    ...{ state_lower: 'float8', state_clusters: 'int2', state_contested: 'bool' },
  },
  ({ held: { link, state, linkAdmitted, stateAdmitted, linkContested, stateContested } }) => ({
    link_lower: linkAdmitted ? 2 : link.lower,
    link_clusters: linkAdmitted || link.convicted ? CERTAIN : link.clusters,
    link_contested: linkContested && !linkAdmitted,
    state_lower: stateAdmitted ? 2 : state.lower,
    state_clusters: stateAdmitted || state.convicted ? CERTAIN : state.clusters,
    state_contested: stateContested && !stateAdmitted,
  }),
);

/** Belief and belief plus width, as a finding says them. */
function ends({ lower, upper }: Held['link'], admission: number | null): [number, number] {
  if (admission === null) return [lower, lower + (upper - lower)];
  const b = Math.max(lower, admission);
  return [b, b + (Math.max(upper, b) - b)];
}

const intervals = group(
  { link_b: 'float8', link_top: 'float8', state_b: 'float8', state_top: 'float8' },
  ({ held: { link, state, linkAdmitted, stateAdmitted } }, { setting }) => {
    const { admissionBelief } = setting.policy.values;
    const [linkLow, linkHigh] = ends(link, linkAdmitted ? admissionBelief : null);
    const [stateLow, stateHigh] = ends(state, stateAdmitted ? admissionBelief : null);
    return { link_b: linkLow, link_top: linkHigh, state_b: stateLow, state_top: stateHigh };
  },
);

const factors = group(
  { m_commission: 'float8', m_omission: 'float8', m_late: 'float8' },
  ({ selfDisclosed, obstructed, mitigated }, { setting }) => {
    const { selfDisclosedFactor, mitigatedFactor, obstructedFactor } = setting.policy.values;
    const factor = (eased: boolean): number =>
      farthestFactor([
        ...(selfDisclosed ? [selfDisclosedFactor] : []),
        ...(eased ? [mitigatedFactor] : []),
        ...(obstructed ? [obstructedFactor] : []),
      ]);
    return { m_commission: factor(mitigated), m_omission: factor(false), m_late: factor(true) };
  },
);

/** The first instant of an answer that passes; null: none does. */
function firstOf(
  { answers }: CaseRow,
  passes: (level: number, verified: boolean) => boolean,
): number | null {
  let least: number | null = null;
  for (const { first, level, verified } of answers)
    if (passes(level, verified) && (least === null || first < least)) least = first;
  return least;
}

/**
 * When each level that a clock asks for was first reached. Every deadline lies after the accused
 * knew, so that an answer whose date leaves open whether it came before is in time alike.
 */
const answers = group(
  {
    ...{ ack_at: 'int8', shown_at: 'int8', progress_at: 'int8', reach_at: 'int8' },
    ...{ reach_grave_at: 'int8', obstructed_at: 'int8' },
  },
  (row, { setting }) => {
    const { values } = setting.policy;
    const counted = (level: number, verified: boolean): number =>
      verified ? level : Math.min(level, values.unverifiedLevelCap);
    const reached = (least: number) =>
      firstOf(row, (level, verified) => verified && level >= least);
    const claimed = (least: number) =>
      firstOf(row, (level, verified) => counted(level, verified) >= least);
    return {
      ack_at: claimed(values.acknowledgementLevel),
      shown_at: claimed(values.progressLevel),
      progress_at: reached(values.progressLevel),
      reach_at: reached(values.requiredLevel),
      reach_grave_at: reached(values.requiredLevelGrave),
      obstructed_at: firstOf(row, (level) => level === -1),
    };
  },
);

const pleas = group({ pleas_accepted: 'int4', pleas_open: 'int4', excusable: 'bool' }, (row) => {
  const exceptions = row.pleas.filter(({ kind }) => kind === 'exception');
  const coded = (wanted: boolean | null): number =>
    exceptionMask(exceptions.filter(({ accepted }) => accepted === wanted).map(({ code }) => code));
  return {
    pleas_accepted: coded(true),
    pleas_open: coded(null),
    excusable:
      row.pleas.some(({ kind, accepted }) => kind === 'incapacity' && accepted === true) &&
      row.answers.some(({ requestedAssistance }) => requestedAssistance),
  };
});

const told = group(
  { notice_at: 'int8', extension_at: 'int8', extension_days: 'float8' },
  ({ notices, extensions: [first] }, { setting: { asOf } }) => {
    const counting = notices.filter((at) => at <= asOf);
    return {
      notice_at: counting.length === 0 ? null : Math.min(...counting),
      extension_at: first?.at ?? null,
      extension_days: first?.days ?? null,
    };
  },
);

/** Every column of a case but those of its turns. */
export const COLUMN_GROUPS: readonly ColumnGroup[] = [
  ...[facts, times, held, intervals, factors, answers, pleas, told],
];
