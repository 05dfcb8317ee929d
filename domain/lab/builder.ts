import { countsAsState } from '@/domain/attribution';
import { endOf, startOf } from '@/domain/dates';
import { notificationCounts } from '@/domain/duty';
import { INCIDENT_STATUSES, type Incident } from '@/domain/incident';
import type { Policy } from '@/domain/policy';
import { CELL, limbsIn } from '@/domain/sweep/bits';
import { SHAPE } from '@/domain/sweep/facts';
import {
  type KnowingSetting,
  type KnownCell,
  type KnownOverTime,
  knownOverTime,
  type StateCell,
  stateCells,
} from '@/domain/sweep/known';
import { COMMISSION_LIMBS } from '@/domain/vocabulary';
import { assembled } from './assemble';
import type { Gathered } from './gathered';
import { Growing, Numbered } from './growing';
import { MARK, type OddCase, type Store } from './store';

const CONFIRMED = INCIDENT_STATUSES.indexOf('confirmed');
const RETRACTED = INCIDENT_STATUSES.indexOf('retracted');
const MASKS = 2 ** COMMISSION_LIMBS.length;

const gathered = (): Gathered => ({
  kinds: new Numbered(),
  victims: new Numbered(),
  states: new Numbered(),
  opinions: new Numbered(),
  holds: new Numbered(),
  limbRows: new Numbered(),
  odd: new Map<number, OddCase>(),
  cases: {
    ...{ incident: new Growing(), state: new Growing(), kind: new Growing() },
    ...{ victims: new Growing(), marks: new Growing(), reportedUntil: new Growing() },
    ...{ start: new Growing(), startLast: new Growing() },
    ...{ end: new Growing(), endLast: new Growing(), notice: new Growing() },
    ...{ points: new Growing(), answers: new Growing() },
  },
  points: { at: new Growing(), hold: new Growing() },
  answers: {
    ...{ at: new Growing(), last: new Growing() },
    ...{ level: new Growing(), verified: new Growing() },
  },
});

function marksOf(
  { facts: { status, shape } }: KnownOverTime,
  incident: Incident,
  accused: string,
): number {
  return (
    (status === RETRACTED ? MARK.RETRACTED : status === CONFIRMED ? 0 : MARK.REPORTED) |
    (shape === SHAPE.ENDED ? MARK.ENDED : shape === SHAPE.ONGOING ? MARK.ONGOING : 0) |
    (incident.recurring ? MARK.RECURRING : 0) |
    (incident.recursOf.length > 0 ? MARK.RECURS : 0) |
    (incident.selfDisclosedBy === accused ? MARK.SELF_DISCLOSED : 0)
  );
}

function oddOf(incident: Incident, accused: string): OddCase | null {
  const pleas = incident.pleas.filter(({ by }) => by === accused);
  const extensions = incident.extensions.filter(({ by }) => by === accused);
  if (pleas.length === 0 && extensions.length === 0) return null;
  const asked = incident.responses
    .filter(({ by, requestedAssistance }) => by === accused && requestedAssistance)
    .map(({ at }) => startOf(at));
  return { pleas, extensions, assistanceAt: asked.length === 0 ? null : Math.min(...asked) };
}

/**
 * Responsibility under every mask of commission limbs, where claims name limbs. It turns only on
 * which of them count, so masks that let the same claims count share one answer.
 */
function cellsByMask(known: KnownOverTime, setting: KnowingSetting): (readonly StateCell[])[] {
  const made = new Map<string, readonly StateCell[]>();
  return Array.from({ length: MASKS }, (_, mask) => {
    const limbs = limbsIn(mask);
    const counting = known.incident.claims.map((claim) => countsAsState(claim, limbs));
    const key = counting.join();
    const cells = made.get(key) ?? stateCells(known, setting, limbs);
    made.set(key, cells);
    return cells;
  });
}

/** Packs incidents one after the other; none of them is kept. */
export class StoreBuilder {
  private readonly gathered = gathered();
  private incidents = 0;

  constructor(private readonly setting: { readonly policy: Policy; readonly compiledOn: string }) {}

  /** Adds one incident; its number is that of the ones before it. `known`: where it was worked out before. */
  add(incident: Incident, known = knownOverTime(incident, this.setting)): number {
    const number = this.incidents;
    this.incidents += 1;
    const byMask = known.limbed ? cellsByMask(known, this.setting) : null;
    known.states.forEach((accused, ordinal) => {
      this.addCase(number, incident, known, accused, ordinal, byMask);
    });
    return number;
  }

  build(): Store {
    return assembled(this.gathered, { ...this.setting, incidents: this.incidents });
  }

  private opinion({ opinion: { lower, upper, clusters }, bits }: StateCell): number {
    return this.gathered.opinions.of(`${lower} ${upper} ${clusters} ${bits}`, () => ({
      ...{ lower, upper, clusters: Math.min(255, clusters), bits },
    }));
  }

  private hold(cell: KnownCell, masks: readonly StateCell[] | null): number {
    const all = this.opinion(cell.all);
    const row = masks?.map((one) => this.opinion(one)) ?? null;
    const limbRow = row === null ? -1 : this.gathered.limbRows.of(row.join(), () => row);
    const bits = cell.bits & ~CELL.TURN;
    const { lower, upper, clusters } = cell.link;
    const key = `${lower} ${upper} ${clusters} ${bits} ${cell.dutyLimbs} ${all} ${limbRow}`;
    return this.gathered.holds.of(key, () => ({
      ...{ lower, upper, clusters: Math.min(255, clusters), bits, dutyLimbs: cell.dutyLimbs },
      ...{ all, limbRow },
    }));
  }

  private addPoints(
    { points, states, cells }: KnownOverTime,
    ordinal: number,
    byMask: (readonly StateCell[])[] | null,
  ): void {
    let before = -1;
    points.forEach((at, point) => {
      const place = point * states.length + ordinal;
      const cell = cells[place];
      if (cell === undefined || at === -Infinity) return;
      const masks = byMask?.flatMap((list) => list[place] ?? []) ?? null;
      const turn = (cell.bits & CELL.TURN) === 0 ? 0 : 1;
      const hold = this.hold(cell, masks) * 2 + turn;
      // The earlier of two alike tells it all.
      if (hold === before || (turn === 0 && hold + 1 === before)) return;
      before = hold;
      this.gathered.points.at.push(at);
      this.gathered.points.hold.push(hold);
    });
  }

  private addAnswers(incident: Incident, accused: string): void {
    const { answers } = this.gathered;
    for (const { by, at, level, verified } of incident.responses) {
      if (by !== accused) continue;
      answers.at.push(startOf(at));
      answers.last.push(endOf(at));
      answers.level.push(level);
      answers.verified.push(verified ? 1 : 0);
    }
  }

  private addCase(
    number: number,
    incident: Incident,
    known: KnownOverTime,
    accused: string,
    ordinal: number,
    byMask: (readonly StateCell[])[] | null,
  ): void {
    const { cases, kinds, victims, states, odd, points, answers } = this.gathered;
    const { facts } = known;
    const { conduct, objects, intent, severity } = facts;
    const rare = oddOf(incident, accused);
    if (rare !== null) odd.set(cases.incident.size, rare);
    const state = (code: string): number => states.of(code, () => code);
    const notices = incident.notifications
      .filter((notice) => notificationCounts(notice, incident, accused))
      .map(({ at }) => endOf(at));
    cases.points.push(points.at.size);
    cases.answers.push(answers.at.size);
    this.addPoints(known, ordinal, byMask);
    this.addAnswers(incident, accused);
    cases.incident.push(number);
    cases.state.push(state(accused));
    cases.kind.push(
      kinds.of(`${conduct} ${objects} ${intent} ${severity}`, () => ({
        ...{ conduct, objects, intent, severity },
      })),
    );
    cases.victims.push(
      victims.of(incident.victimStates.join(' '), () => incident.victimStates.map(state)),
    );
    const marks = marksOf(known, incident, accused);
    cases.marks.push(marks | (rare === null ? 0 : MARK.ODD));
    cases.start.push(facts.startFirst);
    cases.startLast.push(facts.startLast);
    cases.end.push((marks & MARK.ENDED) === 0 ? Infinity : facts.endFirst);
    cases.endLast.push((marks & MARK.ENDED) === 0 ? Infinity : facts.endLast);
    cases.notice.push(notices.length === 0 ? Infinity : Math.min(...notices));
    cases.reportedUntil.push(facts.verifyBy);
  }
}

/** Packs a corpus; the number of an incident is its place. */
export function storeOf(
  incidents: Iterable<Incident>,
  setting: { readonly policy: Policy; readonly compiledOn: string },
): Store {
  const builder = new StoreBuilder(setting);
  for (const incident of incidents) builder.add(incident);
  return builder.build();
}
