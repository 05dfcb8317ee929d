import { DAY_MS } from '@/domain/dates';
import type { Span } from './gate';
import { CODE_MS, NEVER } from './instants';
import { MARK, type Store, type StoreColumns } from './store';

const DAY = DAY_MS / CODE_MS;

/**
 * The places of an axis of entries into force at which the time of a case turns: it is in before
 * `out`, and between that and `over` it is open (method.md 1, "Time").
 */
export class TimePlaces {
  /** The first place at which its time is not in any more, and the first at which it is out. */
  out = 0;
  over = 0;
  private readonly columns: StoreColumns;
  /** By day from the first on: the first place that begins later. */
  private readonly placeOf: Uint16Array;
  /** Places at which an act that goes on is in. */
  private readonly begun: number;

  private constructor(
    store: Store,
    private readonly first: number,
    spans: readonly Span[],
  ) {
    this.columns = store.columns;
    const days = spans.map(({ before }) => (before + 1) / DAY);
    const last = days.at(-1) ?? first;
    this.placeOf = new Uint16Array(last - first + 1);
    let place = 0;
    for (let day = 0; day < this.placeOf.length; day += 1) {
      while (place < days.length && (days[place] ?? 0) <= first + day) place += 1;
      this.placeOf[day] = place;
    }
    this.begun = spans.filter(({ begun }) => begun).length;
  }

  /** Null where places do not all begin with a day and last for ever, or dates have no codes. */
  static along(store: Store, spans: readonly (Span | null)[]): TimePlaces | null {
    const all = spans.flatMap((span) => span ?? []);
    const [first] = all;
    const fits = all.every(({ before, until }) => (before + 1) % DAY === 0 && until >= NEVER - 1);
    if (first === undefined || !store.coded || !fits || all.length < spans.length) return null;
    return new TimePlaces(store, (first.before + 1) / DAY, all);
  }

  private firstAfter(code: number): number {
    const day = Math.floor(code / DAY) - this.first;
    return day < 0 ? 0 : (this.placeOf[Math.min(day, this.placeOf.length - 1)] ?? 0);
  }

  /** Finds the places of a case. */
  find(at: number): void {
    const { caseMarks, caseStart, caseStartLast, caseEnd, caseEndLast } = this.columns;
    const marks = caseMarks[at] ?? 0;
    const start = caseStart[at] ?? 0;
    if ((marks & MARK.ONGOING) !== 0) {
      this.out = this.begun;
      this.over = this.begun;
      return;
    }
    const ended = (marks & MARK.ENDED) !== 0;
    this.out = this.firstAfter(ended ? Math.max(start, caseEnd[at] ?? 0) : start);
    this.over = this.firstAfter((ended ? caseEndLast[at] : caseStartLast[at]) ?? 0);
  }
}
