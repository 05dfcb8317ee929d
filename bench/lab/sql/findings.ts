import { severityWeights } from '@/domain/compliance-index';
import { DAY_MS } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { PolicyValues } from '@/domain/policy';
import { shiftName, UNKNOWN_OBJECT } from './parameters';

/** How a query finds the first turn at which the link was met. */
export type TurnForm = 'wide' | 'list';

/** What the text of a query depends on besides the numbers of a clause. */
export interface Form {
  readonly setting: Pick<Setting, 'policy' | 'asOf'>;
  readonly shifts: readonly number[];
  readonly reservations: number;
  readonly turns: number;
  readonly turnForm: TurnForm;
  /** Keeps a planner from folding the layers into each other, which would repeat every expression. */
  readonly fenced: boolean;
}

/** A number of a clause as it stands in a query: a literal, or a column of a table of clauses. */
export type Named = (parameter: string) => string;

export const realLiteral = (value: number): string => `'${value}'::float8`;
const cases = (branches: readonly string[], last: string): string =>
  branches.length === 0 ? last : `CASE ${branches.join(' ')} ELSE ${last} END`;
const either = (terms: readonly string[]): string =>
  terms.length === 0 ? 'false' : terms.map((term) => `(${term})`).join(' OR ');

function severity(p: Named, { shifts }: Form): string {
  if (shifts.length === 0) return 'severity';
  const branches = shifts.map((by) => `WHEN (objects & ${p(shiftName(by))}) <> 0 THEN ${by}`);
  return `least(5, greatest(1, severity + ${cases(branches, '0')}))`;
}

interface Reserved {
  readonly out: string;
  readonly open: string;
}

function reservation(p: Named, { reservations }: Form): Reserved {
  const hit = `(objects & ${p('objects')})`;
  const blurred = `${hit} = 0 AND (objects & ${UNKNOWN_OBJECT}) <> 0`;
  const places = Array.from({ length: reservations }, (_, at) => at);
  const held = (at: number): string => {
    const names = p(`reserved_conduct_${at}`);
    const all = `(conduct & ${p('conduct')} & ~${names}) = 0`;
    return `${p(`reserves_${at}`)} AND (${names} = 0 OR ${all})`;
  };
  const out = places.map((at) => {
    const names = p(`reserved_objects_${at}`);
    return `${held(at)} AND (${names} = 0 OR (NOT (${blurred}) AND (${hit} & ~${names}) = 0))`;
  });
  const open = places.map((at) => `${held(at)} AND ${blurred}`);
  return { out: either(out), open: either(open) };
}

/** Which cases a clause may cover: none of its tests fails, and the incident is not retracted. */
export function mayCover(p: Named, form: Form): string {
  return [
    'status <> 2',
    `(victims & ${p('victims')}) <> 0`,
    `NOT (until_last < ${p('from_at')} OR start_first >= ${p('end_at')})`,
    `((objects & ${p('objects')}) <> 0 OR (objects & ${p('unknown_object')}) <> 0)`,
    `(${p('intent')} < 0 OR intent < 0 OR intent = ${p('intent')})`,
    `${severity(p, form)} >= ${p('least')}`,
    `(pleas_accepted & ${p('exceptions')}) = 0`,
    `NOT (${reservation(p, form).out})`,
  ].join(' AND ');
}

/** Whether what is not known of a case leaves open that a clause covers it. */
function isOpen(p: Named, form: Form): string {
  return either([
    `NOT (until_first >= ${p('from_at')} AND start_last < ${p('end_at')})`,
    `(objects & ${p('objects')}) = 0`,
    `${p('intent')} >= 0 AND intent < 0`,
    `(pleas_open & ${p('exceptions')}) <> 0`,
    reservation(p, form).open,
  ]);
}

function stateWord(p: Named): string {
  const believed = `state_lower >= ${p('theta_state')} AND state_clusters >= ${p('clusters')}`;
  return `CASE WHEN sev >= ${p('commission_from')} AND ${believed}
    THEN CASE WHEN state_contested THEN 1 ELSE 2 END ELSE 0 END`;
}

function linkWord(p: Named): string {
  const believed = `link_lower >= ${p('theta_link')} AND link_clusters >= ${p('clusters')}`;
  return `CASE WHEN state_word = 2 THEN 2 WHEN ${believed}
    THEN CASE WHEN link_contested THEN 1 ELSE 2 END ELSE state_word END`;
}

/** The rule where no clock runs; null where one does. */
function earlyRule({ asOf }: Form['setting']): string {
  return `CASE WHEN open AND link_word > 0 THEN 0
    WHEN status = 1 THEN CASE WHEN verify_by >= ${asOf} THEN 2 ELSE 3 END
    WHEN state_word = 2 THEN 4 WHEN link_word = 1 THEN 5 WHEN link_word = 0 THEN 6
    WHEN NOT owes THEN CASE WHEN state_word = 1 THEN 7 ELSE 8 END END`;
}

/** Start of the day on which the link was first met. */
function metDay(p: Named, { turns, turnForm }: Form): string {
  const met = (of: (name: string) => string): string =>
    `(${of('link')} >= ${p('theta_link')} AND ${of('link_clusters')} >= ${p('clusters')})
      OR (sev >= ${p('commission_from')} AND ${of('state')} >= ${p('theta_state')}
        AND ${of('state_clusters')} >= ${p('clusters')})`;
  if (turnForm === 'list')
    return `list_filter(turns, lambda t: ${met((name) => `t.${name}`)})[1].day`;
  const branches = Array.from(
    { length: turns },
    (_, at) => `WHEN ${met((name) => `t${at + 1}_${name}`)} THEN t${at + 1}_day`,
  );
  return cases(branches, 'NULL');
}

function knownAt(p: Named, asOf: number): string {
  const presumed = `met_day + CASE WHEN recurs THEN 0 ELSE ${p('lag')} END`;
  return `least(notice_at, CASE WHEN ${p('constructive')} AND ${presumed} <= ${asOf}
    THEN ${presumed} END)`;
}

function actMs(p: Named): string {
  return `CASE WHEN sev >= ${p('urgent_from')} THEN ${p('act_urgent')} ELSE ${p('act')} END`;
}

function ordinaryDeadline(p: Named): string {
  const urgent = (name: string): string =>
    `CASE WHEN sev >= ${p('urgent_from')} THEN ${p(`${name}_urgent`)} ELSE ${p(name)} END`;
  return `known_at + ${actMs(p)} + CASE
    WHEN extension_at <= known_at + ${actMs(p)} AND ack_at <= known_at + ${urgent('ack')}
    THEN least(extension_days, ${urgent('extend')}) * ${realLiteral(DAY_MS)} ELSE 0 END`;
}

const PROGRESSING = `progress_at <= ordinary AND coalesce(obstructed_at > ordinary, true)
  AND coalesce(reached_at > ordinary, true)`;

/** The rule of a case whose clock runs. */
function clockRule(p: Named, asOf: number): string {
  return `CASE WHEN known_at IS NULL
      THEN CASE WHEN met_day + ${p('notify')} >= ${asOf} THEN 9 ELSE 10 END
    WHEN NOT coalesce(obstructed_at <= ordinary, false) AND reached_at <= act_by THEN 11
    WHEN excusable AND shown_at <= act_by THEN 12
    WHEN act_by >= ${asOf} THEN 13 ELSE 14 END`;
}

const LATE = 'NOT coalesce(obstructed_at <= ordinary, false) AND reached_at > act_by';

/** What a finding adds to V_low and V_high (method.md 4), in units. */
function sums(values: PolicyValues): string {
  const weights = severityWeights(values)
    .map((weight, at) => (at === 0 ? '' : `WHEN ${at} THEN ${realLiteral(weight)}`))
    .join(' ');
  const weight = `CASE sev ${weights} END`;
  const m = `CASE rule WHEN 4 THEN m_commission WHEN 14
    THEN CASE WHEN ${LATE} THEN m_late ELSE m_omission END ELSE ${realLiteral(1)} END`;
  const units = (belief: string): string =>
    `floor(${belief} * (${weight}) * (${m}) * ${realLiteral(2 ** 20)} + ${realLiteral(0.5)})`;
  const ofState = 'rule IN (4, 7)';
  return `sum(CASE WHEN rule IN (4, 14)
      THEN ${units(`(CASE WHEN ${ofState} THEN state_b ELSE link_b END)`)} ELSE 0 END) AS low,
    sum(CASE WHEN rule IN (2, 4, 5, 7, 9, 13, 14) OR (rule = 0 AND link_word = 2)
      THEN ${units(`(CASE WHEN ${ofState} THEN state_top ELSE link_top END)`)} ELSE 0 END) AS high`;
}

/**
 * Findings added up by rule, as one query: `source` is what it reads from and by which condition,
 * `kept` the columns by which it groups besides. Each layer names what the next one reads.
 */
export function addedUp(p: Named, form: Form, source: string, kept: readonly string[]): string {
  const { asOf, policy } = form.setting;
  const fence = form.fenced ? ' OFFSET 0' : '';
  const reached = `CASE WHEN grave OR sev >= ${policy.values.graveFromSeverity}
    THEN reach_grave_at ELSE reach_at END`;
  const layers = [
    `SELECT *, ${severity(p, form)} AS sev, ${isOpen(p, form)} AS open FROM ${source}`,
    `SELECT *, ${stateWord(p)} AS state_word,
      sev >= ${p('duty_from')} AND (duty_limbs & ${p('duty_limbs')}) <> 0 AS owes`,
    `SELECT *, ${linkWord(p)} AS link_word`,
    `SELECT *, ${earlyRule(form.setting)} AS early`,
    `SELECT *, CASE WHEN early IS NULL THEN ${metDay(p, form)} END AS met_day`,
    `SELECT *, CASE WHEN met_day IS NOT NULL THEN ${knownAt(p, asOf)} END AS known_at,
      ${reached} AS reached_at`,
    `SELECT *, ${ordinaryDeadline(p)} AS ordinary`,
    `SELECT *, CASE WHEN ${PROGRESSING} THEN greatest(ordinary, known_at + ${p('progress')})
      ELSE ordinary END AS act_by`,
    `SELECT *, coalesce(early, ${clockRule(p, asOf)}) AS rule`,
  ];
  const nested = layers.reduce((inner, layer, at) =>
    at === 0 ? layer : `${layer} FROM (${inner}${fence}) AS layer_${at}`,
  );
  const by = [...kept, 'rule'].join(', ');
  return `SELECT ${by}, count(*)::int4 AS findings, ${sums(policy.values)}
    FROM (${nested}${fence}) AS judged GROUP BY ${by}`;
}
