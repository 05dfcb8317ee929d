import { doubted, type MissingInput, missingFor, missingInput } from './consequence-missing';
import type { Subject } from './consequence-subject';
import type { Coverage, CoverageCode } from './coverage';
import type { Instant } from './dates';
import { type Case, findingOf, type Judgement, judge } from './finding';
import type { Clause, Pact } from './pact';
import { sentence } from './trace-sentence';
import { type RuleId, VERDICTS, type Verdict } from './verdict';

/** A verdict, or that a missing fact keeps the engine from one. */
export type ConsequenceVerdict = Verdict | 'UNDECIDABLE';

/** What one pact would make of the incident as it stands in the form. */
export interface ConsequenceLine {
  readonly pact: Pick<Pact, 'id' | 'version' | 'title' | 'kind'>;
  readonly clause: string;
  readonly accused: string | null;
  readonly verdict: ConsequenceVerdict;
  /** Null where a missing fact stands before every rule. */
  readonly rule: RuleId | null;
  /** Why it is not covered, where it is not. */
  readonly code: CoverageCode | null;
  readonly sentence: string;
  readonly deadline: Instant | null;
  /** Facts that would settle or could change it, as fields of the form. */
  readonly missing: readonly MissingInput[];
  /** For `explain`: the trace of this line; null where stand-ins would mislead. */
  readonly judgement: Judgement | null;
}

/** Gravest first; an open question stands after what is pending, before what is settled. */
export const CONSEQUENCE_ORDER: readonly ConsequenceVerdict[] = VERDICTS.flatMap((verdict) =>
  verdict === 'PENDING' ? [verdict, 'UNDECIDABLE' as const] : [verdict],
);

/** `notification date, target`: each label once. */
export const labelsOf = (missing: readonly MissingInput[]): string =>
  [...new Set(missing.map(({ label }) => label))].join(', ');

function about({ pact, clause, accused }: Case) {
  const { id, version, title, kind } = pact;
  return { pact: { id, version, title, kind }, clause: clause.id, accused };
}

function undecidable(paths: readonly string[]) {
  const missing = paths.map(missingInput);
  return {
    verdict: 'UNDECIDABLE' as const,
    code: null,
    sentence: `Undecidable: ${labelsOf(missing)} missing.`,
    deadline: null,
    missing,
  };
}

const failures = ({ checks }: Coverage): CoverageCode[] =>
  checks.flatMap(({ code, outcome }) => (outcome === 'fail' ? [code] : []));

/** The first definite failure of coverage that rests on no missing fact; null where there is none. */
export function surelyOutside(
  coverage: Coverage,
  clause: Clause,
  subject: Subject,
): CoverageCode | null {
  const unbelieved = doubted(subject, clause);
  return failures(coverage).find((code) => !unbelieved.has(code)) ?? null;
}

/** The line of a case that is surely not covered, and why. */
export function outsideLine(at: Case, code: CoverageCode, subject: Subject): ConsequenceLine {
  const judgement = judge(at);
  const coverage: Coverage = { ...judgement.coverage, status: 'out', code };
  return {
    ...about(at),
    ...{ verdict: 'NOT_COVERED', rule: 'R1', code, deadline: null, missing: [] },
    sentence: sentence({ ...judgement, coverage }, findingOf(judgement)),
    judgement: subject.blocking.length === 0 ? judgement : null,
  };
}

/** The line of a case that may be covered: what the engine says, or what it waits for. */
export function insideLine(at: Case, coverage: Coverage, subject: Subject): ConsequenceLine {
  const tooLight = subject.assumed.includes('severity') && failures(coverage).includes('SEVERITY');
  const blocking = [...subject.blocking, ...(tooLight ? ['severity'] : [])];
  if (blocking.length > 0)
    return { ...about(at), ...undecidable(blocking), rule: null, judgement: null };
  const judgement = judge(at);
  const finding = findingOf(judgement);
  const { paths, undecided } = missingFor(finding, subject);
  if (undecided) return { ...about(at), ...undecidable(paths), rule: finding.rule, judgement };
  return {
    ...about(at),
    verdict: finding.verdict,
    rule: finding.rule,
    code: null,
    sentence: sentence(judgement, finding),
    deadline: finding.deadline,
    missing: paths.map(missingInput),
    judgement,
  };
}
