import type { Growing, Numbered } from './growing';
import type { OddCase } from './store';

export interface Kind {
  readonly conduct: number;
  readonly objects: number;
  readonly intent: number;
  readonly severity: number;
}

export interface HeldOpinion {
  readonly lower: number;
  readonly upper: number;
  readonly clusters: number;
  readonly bits: number;
}

export interface Hold extends HeldOpinion {
  readonly dutyLimbs: number;
  readonly all: number;
  readonly limbRow: number;
}

type CaseColumn =
  | 'incident'
  | 'state'
  | 'kind'
  | 'victims'
  | 'marks'
  | 'start'
  | 'startLast'
  | 'end'
  | 'endLast'
  | 'notice'
  | 'reportedUntil'
  | 'points'
  | 'answers';

/** What a builder has gathered, case by case in the order in which incidents came. */
export interface Gathered {
  readonly kinds: Numbered<Kind>;
  readonly victims: Numbered<readonly number[]>;
  readonly states: Numbered<string>;
  readonly opinions: Numbered<HeldOpinion>;
  readonly holds: Numbered<Hold>;
  readonly limbRows: Numbered<readonly number[]>;
  readonly odd: Map<number, OddCase>;
  readonly cases: Readonly<Record<CaseColumn, Growing>>;
  readonly points: { readonly at: Growing; readonly hold: Growing };
  readonly answers: {
    readonly at: Growing;
    readonly last: Growing;
    readonly level: Growing;
    readonly verified: Growing;
  };
}
