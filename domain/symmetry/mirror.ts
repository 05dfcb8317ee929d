import { groupBy } from '@/domain/group';
import type { ShownFinding } from '@/domain/standing-shape';
import { stateName } from '@/domain/states';
import { counted } from '@/domain/trend/wording';
import type { Verdict } from '@/domain/verdict';
import { countVerdicts } from '@/domain/verdict-counts';

/** What one clause finds of one party. */
export interface MirrorSide {
  readonly party: string;
  /** Incidents that fall under the clause. */
  readonly tested: number;
  readonly counts: Readonly<Record<Verdict, number>>;
}

/** The sides of a pact under one and the same clause. */
export interface MirrorClause {
  readonly clause: string;
  readonly sides: readonly MirrorSide[];
}

/** The mirror: what each party did, judged by the same clause. Findings are by clause, as a filter leaves them. */
export function mirrorOf(
  findings: readonly Pick<ShownFinding, 'clause' | 'party' | 'verdict'>[],
  clauses: readonly string[],
  parties: readonly string[],
): MirrorClause[] {
  const covered = findings.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  const cells = groupBy(covered, ({ clause, party }) => `${clause} ${party}`);
  return clauses.map((clause) => ({
    clause,
    sides: parties.map((party) => {
      const own = cells.get(`${clause} ${party}`) ?? [];
      return { party, tested: own.length, counts: countVerdicts(own) };
    }),
  }));
}

/** One clause in words: the same things told of each side, in the order of the parties. */
export function mirrorSentence({ clause, sides }: MirrorClause): string {
  const told = sides.map(({ party, tested, counts }) => {
    const violations = counts.VIOLATION_COMMISSION + counts.VIOLATION_OMISSION;
    const open = counts.PENDING + counts.DISPUTED;
    return `${stateName(party)}, ${counted(tested, 'incident')} tested, ${counted(violations, 'violation')} found, ${open} pending or disputed`;
  });
  return `Under clause ${clause}: ${told.join('; ')}.`;
}
