import { VERDICT_WORDS } from '@/components/verdict-words';
import type { FindingRow, StandingFilter, StandingView } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';
import type { Ask } from './open';

/** A list of findings to open: its title, the filter that holds them and the verdicts to keep. */
export interface Behind {
  readonly title: string;
  readonly filter: StandingFilter;
  readonly keep: (row: FindingRow) => boolean;
  /** What a row adds to the mark, in words. */
  readonly adds?: (row: FindingRow, all: number) => string;
}

const later = (one: string | null, two: string): string => (one !== null && one > two ? one : two);
const sooner = (one: string | null, two: string): string => (one !== null && one < two ? one : two);

function wordsOf(verdicts: readonly Verdict[]): string {
  const violations = verdicts.filter((verdict) => verdict.startsWith('VIOLATION'));
  if (violations.length > 1) return 'Violations found';
  return verdicts.map((verdict) => VERDICT_WORDS[verdict]).join(', ');
}

/** What lies behind a mark, as a narrower filter of the same page; null where the mark is not there. */
export function behind(
  ask: Ask,
  view: Pick<StandingView, 'filter' | 'bins'>,
  state: (code: string) => string,
): Behind | null {
  const { filter } = view;
  switch (ask.what) {
    case 'count':
      return {
        title: `${wordsOf(ask.verdicts)}: ${state(ask.party)}`,
        filter: { ...filter, party: ask.party },
        keep: ({ verdict }) => ask.verdicts.includes(verdict),
      };
    case 'number':
      return {
        title: `How ${state(ask.party)} comes to this number`,
        filter: { ...filter, party: ask.party },
        keep: ({ verdict }) =>
          verdict.startsWith('VIOLATION') || verdict === 'PENDING' || verdict === 'DISPUTED',
      };
    case 'bin': {
      const bin = view.bins.find(({ key }) => key === ask.key);
      if (bin === undefined) return null;
      return {
        title: `${VERDICT_WORDS[ask.verdict]}, ${bin.label}`,
        filter: {
          ...filter,
          since: later(filter.since, bin.from),
          until: sooner(filter.until, bin.to),
        },
        keep: ({ verdict, started }) =>
          verdict === ask.verdict &&
          bin.from <= started.date.slice(0, 10) &&
          started.date.slice(0, 10) <= bin.to,
      };
    }
    case 'cell': {
      const year = String(ask.year);
      return {
        title: `Clause ${ask.clause}, ${year}`,
        filter: {
          ...filter,
          clause: ask.clause,
          since: later(filter.since, `${year}-01-01`),
          until: sooner(filter.until, `${year}-12-31`),
        },
        keep: ({ verdict, started }) => verdict !== 'NOT_COVERED' && started.date.startsWith(year),
      };
    }
    case 'finding':
      return null;
  }
}
