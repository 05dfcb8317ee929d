import type { Bin } from '@/domain/bins';
import { isOpen, isViolation } from '@/domain/compliance-index';
import { groupBy } from '@/domain/group';
import type { ShownFinding } from '@/domain/standing-shape';
import type { Verdict } from '@/domain/verdict';
import { countVerdicts } from '@/domain/verdict-counts';
import { binFinder } from './bin-finder';

/** One small chart among its like, all on one scale. */
export interface Multiple {
  /** A party or a clause. */
  readonly key: string;
  readonly bins: readonly {
    readonly key: string;
    readonly counts: Readonly<Record<Verdict, number>>;
  }[];
  readonly violations: number;
  readonly open: number;
}

export interface Multiples {
  readonly by: 'party' | 'clause';
  readonly charts: readonly Multiple[];
  /** Most findings in one bin of any of them: the common scale. */
  readonly most: number;
}

type Counted = Pick<ShownFinding, 'party' | 'clause' | 'onset' | 'verdict'>;

/** Findings by party or clause and bin of onset, covered ones only; keys without any are kept, empty. */
export function multiplesOf(
  findings: readonly Counted[],
  by: 'party' | 'clause',
  keys: readonly string[],
  bins: readonly Bin[],
): Multiples {
  const find = binFinder(bins);
  const covered = findings.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  const groups = groupBy(covered, (finding) => finding[by]);
  let most = 0;
  const charts = keys.map((key): Multiple => {
    const own = (groups.get(key) ?? []).filter(({ onset }) => {
      const bin = find(onset);
      return bin >= 0 && bin < bins.length;
    });
    const placed = groupBy(own, ({ onset }) => find(onset));
    for (const { length } of placed.values()) most = Math.max(most, length);
    return {
      key,
      bins: bins.map((bin, at) => ({ key: bin.key, counts: countVerdicts(placed.get(at) ?? []) })),
      violations: own.filter(({ verdict }) => isViolation(verdict)).length,
      open: own.filter(({ verdict }) => isOpen(verdict)).length,
    };
  });
  return { by, charts, most };
}
