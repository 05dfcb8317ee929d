import type { FindingBrief, Named } from './finding-view';

/** A session in a list. */
export interface SessionRow {
  readonly id: string;
  readonly title: string;
  readonly convenedAt: string;
  readonly closedAt: string | null;
  readonly sittings: number;
  /** Findings before it that the reader may see, and how many of them were decided there. */
  readonly findings: number;
  readonly decided: number;
}

/** Everything the page of one session shows. */
export interface SessionView {
  readonly id: string;
  readonly title: string;
  readonly convenedAt: string;
  readonly convenedBy: Named;
  readonly closedAt: string | null;
  readonly closedBy: Named | null;
  /** The last one is under way while the session is open. */
  readonly sittings: readonly {
    readonly id: string;
    readonly at: string;
    readonly chair: Named;
    readonly present: readonly Named[];
  }[];
  /** Everybody who could be recorded as present. */
  readonly delegates: readonly (Named & { readonly party: string })[];
  readonly agenda: readonly FindingBrief[];
  /** Findings that could be put before it. */
  readonly waiting: readonly Pick<FindingBrief, 'id' | 'incident' | 'pact' | 'accused'>[];
  /** Why the reader may not convene, record or close; null where they may. */
  readonly refusal: string | null;
}
