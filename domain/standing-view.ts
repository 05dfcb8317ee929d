import type { StandingMode } from './bound';
import type { MonitoringBasis } from './monitoring';
import type { PredicateWord } from './predicates';
import type { CountingMode, FindingWord } from './standing';
import type { Tlp } from './tlp';
import type { RuleId, Verdict } from './verdict';

/** How findings are binned in time. */
export const BIN_SIZES = ['month', 'quarter', 'year'] as const;
export type BinSize = (typeof BIN_SIZES)[number];

/** What a reader asks of the standing page; every field stands in the URL. Days are `YYYY-MM-DD`. */
export interface StandingFilter {
  readonly pact: string;
  /** Assumed entry into force of a hypothetical pact; null: the pact's own. */
  readonly from: string | null;
  /** Null: today, given by the server. */
  readonly asOf: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly party: string | null;
  readonly clause: string | null;
  readonly conduct: string | null;
  readonly minSeverity: number | null;
  readonly by: BinSize;
  readonly counting: CountingMode;
}

/** A finding as a row behind a mark. */
export interface FindingRow {
  readonly incident: string;
  readonly title: string;
  /** Day of onset and its precision, for display. */
  readonly started: { readonly date: string; readonly precision: string };
  /** Its end, where it is known; null: unknown, or going on. */
  readonly ended: { readonly date: string; readonly precision: string } | null;
  readonly ongoing: boolean;
  readonly clause: string;
  readonly accused: string;
  readonly verdict: Verdict;
  readonly rule: RuleId;
  readonly reason: string;
  readonly severity: number;
  /** The question the verdict turns on, its interval and the clause's threshold. */
  readonly question: 'link' | 'state';
  readonly lower: number;
  readonly upper: number;
  readonly threshold: number;
  /** Factor by which mitigation or obstruction changes its weight in the index (method.md 4); 1: neither. */
  readonly factor: number;
  readonly flags: readonly string[];
  /** The published finding that says the same; null where nobody signed it. */
  readonly signed: string | null;
  /** States among the victims, by code. */
  readonly victims: readonly string[];
  /** Whether it is linked to the accused's territory or nationals. */
  readonly link: PredicateWord;
}

/** One bar of the chart of findings; `monitored` null: no monitoring record at all. */
export interface FindingBin {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Share of the bin in which incidents were looked for, 0 to 1. */
  readonly monitored: number | null;
}

/** A dated event drawn across the charts: entry into force, signature, refusal. */
export interface Annotation {
  readonly date: string;
  readonly label: string;
}

export interface HeatCell {
  readonly clause: string;
  readonly year: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly gravest: Verdict;
}

/** A due-diligence clock: open until, lapsed on, or met. */
export interface ClockRow {
  readonly incident: string;
  readonly title: string;
  readonly clause: string;
  readonly accused: string;
  readonly kind: 'act' | 'notify' | 'verify';
  readonly state: 'open' | 'lapsed' | 'met';
  /** Day of the deadline. */
  readonly deadline: string;
  /** Whole days from asOf to the deadline; negative once past. */
  readonly days: number;
}

export interface StandingLine {
  readonly party: string;
  readonly mode: StandingMode;
  readonly word: FindingWord;
  readonly low: number | null;
  readonly high: number | null;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly years: number;
  readonly vLow: number | null;
  readonly vHigh: number | null;
  /** P(at least one violation), 0 to 1. */
  readonly atLeastOne: number;
  /** Violations a year with a 90 % credible interval (Gamma-Poisson); null without a period. */
  readonly rate: { readonly mean: number; readonly low: number; readonly high: number } | null;
  readonly basis: MonitoringBasis;
}

/** What stands over and under every picture: what was asked, under which pact, and which versions answered. */
export interface ViewHead {
  readonly filter: StandingFilter;
  readonly asOf: string;
  readonly policy: string;
  readonly engine: string;
  readonly corpus: {
    readonly version: string;
    readonly compiledOn: string;
    readonly incidents: number;
    /** The strictest marking of the records that are counted, as of the day shown. */
    readonly tlp?: Tlp;
  };
  readonly signed: number;
  readonly pact: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly kind: 'hypothetical' | 'historical';
    readonly referenceOnly: boolean;
    readonly parties: readonly string[];
    readonly clauses: readonly {
      readonly id: string;
      readonly reference: string;
      readonly testable: boolean;
    }[];
    /** Entry into force used, and until when; null: never in force. */
    readonly inForce: { readonly from: string; readonly until: string | null } | null;
    readonly choices: readonly { readonly date: string; readonly reason: string }[];
  };
}

/** Everything the standing page shows, computed; the page draws it. */
export interface StandingView extends ViewHead {
  readonly standings: readonly StandingLine[];
  /** Whether the bands of any two parties overlap: then they are not ranked. */
  readonly overlapping: boolean;
  readonly bins: readonly FindingBin[];
  readonly annotations: readonly Annotation[];
  /** Rows with an accused and a verdict other than NOT_COVERED, at most `ROW_LIMIT`; `total` counts all. */
  readonly confidence: { readonly rows: readonly FindingRow[]; readonly total: number };
  readonly heat: {
    readonly clauses: readonly string[];
    readonly years: readonly number[];
    readonly cells: readonly HeatCell[];
  };
  readonly clocks: {
    readonly rows: readonly ClockRow[];
    readonly open: number;
    readonly lapsed: number;
    readonly met: number;
  };
}

/** Most rows the confidence chart is sent at once. */
export const ROW_LIMIT = 60;
