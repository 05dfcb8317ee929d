import { partyOf } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Heard } from '@/domain/monitoring';
import type { Pact } from '@/domain/pact';
import type { Period } from '@/domain/standing';
import { CLAIMANT_TYPES } from '@/domain/vocabulary';
import { codeBy } from './instants';
import { packColumns, unpackColumns } from './packed';
import type { InstantColumn } from './store';

/** Kinds of claimant, by number. */
export const KINDS_OF_CLAIMANT = Object.keys(CLAIMANT_TYPES);

/** Who spoke and what was notified, by incident: what the basis of a conclusion rests on (method.md 4). */
export interface WatchColumns {
  /** By incident: its earliest start, its list of victims, its first claim and notice; of these one more at the end. */
  readonly start: InstantColumn;
  readonly list: Uint32Array;
  readonly claimFrom: Uint32Array;
  readonly noticeFrom: Uint32Array;
  /** By list of victims: its stretch of states. */
  readonly listFrom: Uint32Array;
  readonly listState: Uint16Array;
  /** By claim that ever counted: its kind of claimant, when it came, from when on it no longer counts. */
  readonly claimKind: Uint8Array;
  readonly claimKnown: InstantColumn;
  readonly claimUntil: InstantColumn;
  /** By notification that counts: who was told, when; its answers in time. */
  readonly noticeTo: Uint16Array;
  readonly noticeTold: InstantColumn;
  readonly answerFrom: Uint32Array;
  readonly answerBy: Uint16Array;
  readonly answerAt: InstantColumn;
}

/** The columns of a corpus, incidents numbered as in its `Store`. */
export interface Watch {
  /** Instants are codes; else milliseconds. */
  readonly coded: boolean;
  readonly states: readonly string[];
  readonly columns: WatchColumns;
}

const FORMAT = 'servanda.watch/1';

export const watchToBuffer = ({ coded, states, columns }: Watch): ArrayBuffer =>
  packColumns({ ...{ format: FORMAT }, ...{ coded, states } }, { ...columns });

/** Reads what `watchToBuffer` wrote. @throws Error where the buffer is none of this format. */
export function watchFromBuffer(buffer: ArrayBuffer): Watch {
  const { head, columns } = unpackColumns(buffer, FORMAT);
  const { coded, states } = head as Pick<Watch, 'coded' | 'states'>;
  return { coded, states, columns: columns as unknown as WatchColumns };
}

/** What is asked of a watch: what was heard of each party in a period, known on a day. */
export interface WatchQuestion {
  readonly pact: Pact;
  readonly asOf: Instant;
  /** By party, in the order of the pact; null: none. */
  readonly periods: readonly (Period | null)[];
}

/** What was heard of a party, as counts: those of two sets of incidents add up. */
export interface HeardCounts {
  /** By kind of claimant: claims. */
  readonly claims: Float64Array;
  notified: number;
  answered: number;
}

export const nothingHeard = ({ periods }: WatchQuestion): HeardCounts[] =>
  periods.map(() => ({
    ...{ claims: new Float64Array(KINDS_OF_CLAIMANT.length), notified: 0, answered: 0 },
  }));

export const heardOf = ({ claims, notified, answered }: HeardCounts): Heard => ({
  ...{ notified, answered },
  sourceClasses: claims.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
});

/** Hears one watch for one question, incident by incident. */
export class Hearing {
  private readonly asOf: number;
  /** By state: number of the party it answers as; -1: none. */
  private readonly party: readonly number[];
  /** By list of victims: parties other than which somebody is a victim. */
  private readonly concerned: readonly (readonly number[])[];
  /** By party: the latest codes before its period and in it. */
  private readonly from: readonly number[];
  private readonly to: readonly number[];

  constructor(
    private readonly watch: Watch,
    question: WatchQuestion,
    private readonly into: readonly HeardCounts[],
  ) {
    const { pact, asOf, periods } = question;
    const { states, coded, columns } = watch;
    const code = (at: Instant): number => (coded ? codeBy(at) : at);
    const codes = pact.parties.map((party) => party.code);
    this.asOf = code(asOf);
    this.party = states.map((state) => codes.indexOf(partyOf(pact, state)?.code ?? ''));
    this.from = periods.map((period) => (period === null ? Infinity : code(period.from - 1)));
    this.to = periods.map((period) => (period === null ? -Infinity : code(period.to)));
    this.concerned = Array.from({ length: columns.listFrom.length - 1 }, (_, list) => {
      const own = columns.listState.subarray(columns.listFrom[list], columns.listFrom[list + 1]);
      const parties = [...new Set(Array.from(own, (state) => this.party[state] ?? -1))];
      return codes.flatMap((__, at) => (parties.some((one) => one >= 0 && one !== at) ? [at] : []));
    });
  }

  private within(at: number, party: number): boolean {
    return at > (this.from[party] ?? 0) && at <= (this.to[party] ?? 0);
  }

  /** Adds what was heard of one incident, or takes it away (`sign` -1). */
  add(incident: number, sign: 1 | -1 = 1): void {
    const { columns } = this.watch;
    const parties = this.concerned[columns.list[incident] ?? 0] ?? [];
    if (parties.length === 0 || (columns.start[incident] ?? 0) > this.asOf) return;
    const claims = columns.claimFrom[incident + 1] ?? 0;
    for (let claim = columns.claimFrom[incident] ?? 0; claim < claims; claim += 1)
      this.addClaim(claim, parties, sign);
    const notices = columns.noticeFrom[incident + 1] ?? 0;
    for (let notice = columns.noticeFrom[incident] ?? 0; notice < notices; notice += 1)
      this.addNotice(notice, parties, sign);
  }

  private addClaim(claim: number, parties: readonly number[], sign: 1 | -1): void {
    const { claimKnown, claimUntil, claimKind } = this.watch.columns;
    const known = claimKnown[claim] ?? 0;
    if (known > this.asOf || (claimUntil[claim] ?? 0) <= this.asOf) return;
    const kind = claimKind[claim] ?? 0;
    for (const party of parties) {
      const own = this.into[party];
      if (own === undefined || !this.within(known, party)) continue;
      own.claims[kind] = (own.claims[kind] ?? 0) + sign;
    }
  }

  private addNotice(notice: number, parties: readonly number[], sign: 1 | -1): void {
    const { noticeTo, noticeTold, answerFrom, answerBy, answerAt } = this.watch.columns;
    const party = this.party[noticeTo[notice] ?? 0] ?? -1;
    const own = this.into[party];
    if (own === undefined || !parties.includes(party)) return;
    if (!this.within(noticeTold[notice] ?? 0, party)) return;
    own.notified += sign;
    for (let at = answerFrom[notice] ?? 0; at < (answerFrom[notice + 1] ?? 0); at += 1) {
      if (this.party[answerBy[at] ?? 0] !== party || (answerAt[at] ?? 0) > this.asOf) continue;
      own.answered += sign;
      return;
    }
  }
}
