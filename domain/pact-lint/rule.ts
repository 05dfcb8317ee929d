import type { Clause } from '@/domain/pact';
import type { ClauseCaught } from '@/domain/pact-draft/caught';
import type { Policy } from '@/domain/policy';

/** Something a lawyer would ask about: a warning with what to do, never a refusal. */
export interface Lint {
  /** Null: the pact as a whole. */
  readonly clause: string | null;
  /** Field it is about, such as `clauses[0].dueDiligence.actDays`. */
  readonly path: string;
  readonly code: string;
  readonly sentence: string;
}

/** What a rule finds in a clause: the field within it, a code, a sentence. */
export interface Found {
  readonly field: string;
  readonly code: string;
  readonly sentence: string;
}

/** A clause as a rule sees it; `caught`: what it would have caught on a record, where one was asked. */
export interface At {
  readonly clause: Clause;
  readonly policy: Pick<Policy, 'values'>;
  readonly caught: ClauseCaught | null;
}
export type Rule = (at: At) => readonly Found[];

export const found = (field: string, code: string, sentence: string): Found => ({
  ...{ field, code, sentence },
});
export const when = (holds: boolean, lint: () => Found): Found[] => (holds ? [lint()] : []);

/** Whether a clause names anything that an incident could be tested against. */
export const namesBoth = ({ conduct, objects }: Clause): boolean =>
  conduct.length > 0 && objects.length > 0;
