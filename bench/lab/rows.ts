import type { Opinion } from '@/domain/attribution';
import { endOf, type Instant, startOf } from '@/domain/dates';
import { notificationCounts } from '@/domain/duty';
import { type Setting, verificationDeadline } from '@/domain/finding';
import type { Extension, Incident, Plea } from '@/domain/incident';
import { CELL, STATE_CELL } from '@/domain/sweep/bits';
import { type KnownCell, knownOverTime } from '@/domain/sweep/known';
import { DUE_DILIGENCE_LIMBS, type DueDiligenceLimb } from '@/domain/vocabulary';

/** What is held against an accused state at an instant, under a clause with every commission limb. */
export interface Held {
  readonly link: Opinion;
  readonly state: Opinion;
  readonly linkAdmitted: boolean;
  readonly stateAdmitted: boolean;
  readonly linkContested: boolean;
  readonly stateContested: boolean;
}

export interface Turn extends Held {
  readonly at: Instant;
}

export interface AnswerRow {
  readonly first: Instant;
  readonly last: Instant;
  readonly level: number;
  readonly verified: boolean;
  readonly requestedAssistance: boolean;
}

type Facts = Pick<
  Incident,
  | 'conduct'
  | 'objects'
  | 'intent'
  | 'severity'
  | 'status'
  | 'victimStates'
  | 'ongoing'
  | 'recurring'
>;

/**
 * One incident and one state that a live claim accuses of it, as of a day, with its dates read and
 * its claims fused: plain data, all that any engine needs for a clause with every commission limb
 * or none (without any, no responsibility is found).
 */
export interface CaseRow extends Facts {
  readonly incident: string;
  readonly accused: string;
  readonly started: { readonly first: Instant; readonly last: Instant };
  readonly ended: { readonly first: Instant; readonly last: Instant } | null;
  readonly verifyBy: Instant;
  readonly recurs: boolean;
  readonly selfDisclosed: boolean;
  readonly held: Held;
  readonly dutyLimbs: readonly DueDiligenceLimb[];
  readonly mitigated: boolean;
  readonly obstructed: boolean;
  /** Changes of the public record up to the day, in order. */
  readonly turns: readonly Turn[];
  /** When each notification that counts took effect. */
  readonly notices: readonly Instant[];
  readonly answers: readonly AnswerRow[];
  /** In order of request. */
  readonly extensions: readonly { readonly at: Instant; readonly days: number }[];
  readonly pleas: readonly Pick<Plea, 'kind' | 'code' | 'accepted'>[];
}

/** The day a corpus is asked about, and how it is fused. */
export type RowSetting = Pick<Setting, 'policy' | 'asOf' | 'compiledOn'>;

const CONTESTED = CELL.RIVAL | CELL.CONFLICT | CELL.OBJECTED;
const NONE: DueDiligenceLimb[] = [];

function heldIn({ link, bits, all }: KnownCell): Held {
  const endorsed = (bits & CELL.ENDORSED) !== 0;
  return {
    link,
    state: all.opinion,
    linkAdmitted: (bits & CELL.LINK_ADMITTED) !== 0,
    stateAdmitted: endorsed || (all.bits & STATE_CELL.ADMITTED) !== 0,
    linkContested: (bits & CONTESTED) !== 0,
    stateContested: (bits & (CONTESTED | CELL.STATE_OBJECTED)) !== 0,
  };
}

const byStart = (one: Extension, two: Extension): number =>
  startOf(one.requestedAt) - startOf(two.requestedAt);

/** What others and the accused did about an incident, up to a day. */
function doingsOf(incident: Incident, accused: string, asOf: Instant) {
  return {
    notices: incident.notifications
      .filter((notice) => notificationCounts(notice, incident, accused))
      .map(({ at }) => endOf(at)),
    answers: incident.responses
      .filter(({ by, at }) => by === accused && startOf(at) <= asOf)
      .map(({ at, level, verified, requestedAssistance }) => ({
        ...{ first: startOf(at), last: endOf(at), level, verified, requestedAssistance },
      })),
    extensions: incident.extensions
      .filter(({ by, requestedAt }) => by === accused && startOf(requestedAt) <= asOf)
      .sort(byStart)
      .map(({ requestedAt, days }) => ({ at: startOf(requestedAt), days })),
    pleas: incident.pleas
      .filter(({ by, at }) => by === accused && startOf(at) <= asOf)
      .map(({ kind, code, accepted }) => ({
        ...{ kind, accepted },
        ...(code === undefined ? {} : { code }),
      })),
  };
}

function factsOf(incident: Incident, { policy }: RowSetting) {
  const { started, ended, conduct, objects, intent, severity, status } = incident;
  const { victimStates, ongoing, recurring } = incident;
  return {
    ...{ conduct, objects, intent, severity, status, victimStates, ongoing, recurring },
    incident: incident.id,
    started: { first: startOf(started), last: endOf(started) },
    ended: ended === null ? null : { first: startOf(ended), last: endOf(ended) },
    verifyBy: verificationDeadline(incident, policy),
    recurs: incident.recursOf.length > 0,
  };
}

/** The cases of an incident on a day; none where it is yet to begin or no live claim accuses a state. */
export function rowsOf(
  incident: Incident,
  setting: RowSetting,
  { points, states, cells } = knownOverTime(incident, setting),
): CaseRow[] {
  const { asOf } = setting;
  if (startOf(incident.started) > asOf) return [];
  const current = points.findLastIndex((at) => at <= asOf);
  const facts = factsOf(incident, setting);
  const rows: CaseRow[] = [];
  states.forEach((accused, ordinal) => {
    const at = (point: number): KnownCell | undefined => cells[point * states.length + ordinal];
    const cell = at(current);
    if (cell === undefined || (cell.bits & CELL.ACCUSED) === 0) return;
    const turns: Turn[] = [];
    for (let point = 0; point <= current; point += 1) {
      const then = at(point);
      if (then !== undefined && (then.bits & CELL.TURN) !== 0)
        turns.push({ at: points[point] ?? Number.NaN, ...heldIn(then) });
    }
    const limbs = DUE_DILIGENCE_LIMBS.filter((_, place) => (cell.dutyLimbs & (1 << place)) !== 0);
    rows.push({
      ...facts,
      accused,
      selfDisclosed: incident.selfDisclosedBy === accused,
      held: heldIn(cell),
      dutyLimbs: limbs.length === 0 ? NONE : limbs,
      mitigated: (cell.bits & CELL.MITIGATED) !== 0,
      obstructed: (cell.bits & CELL.OBSTRUCTED) !== 0,
      turns,
      ...doingsOf(incident, accused, asOf),
    });
  });
  return rows;
}
