import { toDay } from '@/domain/dates';
import type { Monitoring } from '@/domain/dossier';
import { stateName } from '@/domain/states';
import { effortStretches } from './effort';
import { figure } from './wording';

/** A day from which a source collects otherwise than before: rates are never joined across it. */
export interface ScopeBreak {
  /** First day of the new scope, `YYYY-MM-DD`. */
  readonly date: string;
  readonly label: string;
}

/**
 * Days on which the effort made for a side changed from one level to another. Where nobody looked
 * in between there is a gap as well; a mere beginning or end is a gap and no break.
 */
export function effortBreaks(
  monitoring: readonly Monitoring[],
  sides: readonly (readonly string[])[],
): ScopeBreak[] {
  return sides.flatMap((states) => {
    const stretches = effortStretches(monitoring, states);
    return stretches.flatMap(({ from, effort }, at) => {
      const before = stretches[at - 1]?.effort;
      if (before === undefined || before === effort) return [];
      const side = stateName(states[0] ?? '');
      const course = effort > before ? 'widened' : 'narrowed';
      return [
        {
          date: toDay(from),
          label: `Monitoring of ${side} ${course}: effort ${figure(before)} to ${figure(effort)}`,
        },
      ];
    });
  });
}
