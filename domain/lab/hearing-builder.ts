import { DAY_MS, endOf, startOf } from '@/domain/dates';
import { notificationCounts } from '@/domain/duty';
import type { Incident } from '@/domain/incident';
import type { Policy } from '@/domain/policy';
import { claimKnownAt, liveUntil } from '@/domain/retraction';
import { Growing, Numbered } from './growing';
import { KINDS_OF_CLAIMANT, type Watch, type WatchColumns } from './hearing';
import { codeOf, instantOf, NEVER } from './instants';
import type { InstantColumn } from './store';

const isCoded = (column: Growing): boolean => {
  for (let at = 0; at < column.size; at += 1)
    if (column.at(at) !== Infinity && codeOf(column.at(at)) === null) return false;
  return true;
};

function instants(column: Growing, coded: boolean): InstantColumn {
  if (!coded) return column.into(Float64Array);
  const made = new Int32Array(column.size);
  for (let at = 0; at < made.length; at += 1) {
    const value = column.at(at);
    made[at] = value === Infinity ? NEVER : (codeOf(value) ?? 0);
  }
  return made;
}

/** Packs who spoke and what was notified, incident after incident; none of them is kept. */
export class WatchBuilder {
  private readonly states = new Numbered<string>();
  private readonly lists = new Numbered<readonly number[]>();
  private readonly start = new Growing();
  private readonly list = new Growing();
  private readonly claimFrom = new Growing();
  private readonly noticeFrom = new Growing();
  private readonly claimKind = new Growing();
  private readonly claimKnown = new Growing();
  private readonly claimUntil = new Growing();
  private readonly noticeTo = new Growing();
  private readonly noticeTold = new Growing();
  private readonly answerFrom = new Growing();
  private readonly answerBy = new Growing();
  private readonly answerAt = new Growing();

  constructor(private readonly setting: { readonly policy: Policy; readonly compiledOn: string }) {}

  private state(code: string): number {
    return this.states.of(code, () => code);
  }

  /** Adds one incident; its number is that of the ones before it. */
  add(incident: Incident): void {
    const { victimStates, claims, started } = incident;
    this.start.push(startOf(started));
    this.list.push(
      this.lists.of(victimStates.join(' '), () => victimStates.map((code) => this.state(code))),
    );
    this.claimFrom.push(this.claimKind.size);
    this.noticeFrom.push(this.noticeTo.size);
    for (const claim of claims) {
      const until = liveUntil(claim, claims);
      if (until === null) continue;
      this.claimKind.push(KINDS_OF_CLAIMANT.indexOf(claim.claimant.type));
      this.claimKnown.push(claimKnownAt(claim, this.setting.compiledOn));
      this.claimUntil.push(until);
    }
    this.addNotices(incident);
  }

  private addNotices(incident: Incident): void {
    const limit = this.setting.policy.values.basisAnswerDays * DAY_MS;
    for (const notice of incident.notifications) {
      if (!notificationCounts(notice, incident, notice.to)) continue;
      const [sent, told] = [startOf(notice.at), endOf(notice.at)];
      this.noticeTo.push(this.state(notice.to));
      this.noticeTold.push(told);
      this.answerFrom.push(this.answerBy.size);
      for (const { by, at, level } of incident.responses) {
        if (level < 1 || endOf(at) < sent || startOf(at) > told + limit) continue;
        this.answerBy.push(this.state(by));
        this.answerAt.push(startOf(at));
      }
    }
  }

  build(): Watch {
    const dated = [this.start, this.claimKnown, this.claimUntil, this.noticeTold, this.answerAt];
    const coded = dated.every(isCoded);
    const ended = (column: Growing, end: Growing): Uint32Array => {
      const made = new Uint32Array(column.size + 1);
      made.set(column.into(Uint32Array));
      made[column.size] = end.size;
      return made;
    };
    const lists = this.lists.items;
    const listFrom = new Uint32Array(lists.length + 1);
    lists.forEach((own, at) => {
      listFrom[at + 1] = (listFrom[at] ?? 0) + own.length;
    });
    return {
      ...{ coded, states: this.states.items },
      columns: {
        start: instants(this.start, coded),
        list: this.list.into(Uint32Array),
        claimFrom: ended(this.claimFrom, this.claimKind),
        noticeFrom: ended(this.noticeFrom, this.noticeTo),
        ...{ listFrom, listState: Uint16Array.from(lists.flat()) },
        claimKind: this.claimKind.into(Uint8Array),
        claimKnown: instants(this.claimKnown, coded),
        claimUntil: instants(this.claimUntil, coded),
        noticeTo: this.noticeTo.into(Uint16Array),
        noticeTold: instants(this.noticeTold, coded),
        answerFrom: ended(this.answerFrom, this.answerBy),
        answerBy: this.answerBy.into(Uint16Array),
        answerAt: instants(this.answerAt, coded),
      },
    };
  }
}

/** Instants in milliseconds instead of codes. */
function uncoded(watch: Watch): WatchColumns {
  const { columns, coded } = watch;
  if (!coded) return columns;
  const instant = (code: number): number => (code === NEVER ? Infinity : instantOf(code));
  const changed = (column: InstantColumn): Float64Array => Float64Array.from(column, instant);
  return {
    ...columns,
    start: changed(columns.start),
    claimKnown: changed(columns.claimKnown),
    claimUntil: changed(columns.claimUntil),
    noticeTold: changed(columns.noticeTold),
    answerAt: changed(columns.answerAt),
  };
}

/** One column after the other, the entries of the second changed. */
function after<C extends WatchColumns[keyof WatchColumns]>(
  one: C,
  two: C,
  change: (value: number) => number = (value) => value,
): C {
  const made = new (one.constructor as new (size: number) => C)(one.length + two.length);
  made.set(one);
  for (let at = 0; at < two.length; at += 1) made[one.length + at] = change(two[at] ?? 0);
  return made;
}

const starts = (one: Uint32Array, two: Uint32Array): Uint32Array => {
  const end = one[one.length - 1] ?? 0;
  return after(one.subarray(0, one.length - 1), two, (value) => value + end);
};

/** Two watches as one; the incidents of the second are numbered on from those of the first. */
export function joinedWatch(one: Watch, two: Watch): Watch {
  const coded = one.coded && two.coded;
  const [a, b] = coded ? [one.columns, two.columns] : [uncoded(one), uncoded(two)];
  const states = [...new Set([...one.states, ...two.states])];
  const places = two.states.map((code) => states.indexOf(code));
  const state = (number: number): number => places[number] ?? 0;
  const lists = a.listFrom.length - 1;
  return {
    ...{ coded, states },
    columns: {
      start: after(a.start, b.start),
      list: after(a.list, b.list, (list) => list + lists),
      claimFrom: starts(a.claimFrom, b.claimFrom),
      noticeFrom: starts(a.noticeFrom, b.noticeFrom),
      listFrom: starts(a.listFrom, b.listFrom),
      listState: after(a.listState, b.listState, state),
      claimKind: after(a.claimKind, b.claimKind),
      claimKnown: after(a.claimKnown, b.claimKnown),
      claimUntil: after(a.claimUntil, b.claimUntil),
      noticeTo: after(a.noticeTo, b.noticeTo, state),
      noticeTold: after(a.noticeTold, b.noticeTold),
      answerFrom: starts(a.answerFrom, b.answerFrom),
      answerBy: after(a.answerBy, b.answerBy, state),
      answerAt: after(a.answerAt, b.answerAt),
    },
  };
}
