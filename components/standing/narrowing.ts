import { formatDay } from '@/components/format';
import type { StandingFilter } from '@/domain/standing-view';

/** The words for codes a filter can hold. */
export interface Labels {
  readonly state: (code: string) => string;
  readonly clause: (id: string) => string;
  readonly conduct: (code: string) => string;
}

/** What a filter leaves out, in words; empty where it leaves out nothing. */
export function narrowing(filter: StandingFilter, labels: Labels): string[] {
  const { since, until, party, clause, conduct, minSeverity } = filter;
  return [
    ...(since === null ? [] : [`from ${formatDay(since)}`]),
    ...(until === null ? [] : [`until ${formatDay(until)}`]),
    ...(party === null ? [] : [labels.state(party)]),
    ...(clause === null ? [] : [`clause ${labels.clause(clause)}`]),
    ...(conduct === null ? [] : [labels.conduct(conduct).toLowerCase()]),
    ...(minSeverity === null ? [] : [`severity ${minSeverity} or more`]),
  ];
}
