import type { NowcastMonths } from './nowcast-months';
import { counted, figure, monthText, percent } from './wording';

/** What the correction for late reports says, in words. */
export function nowcastSummary({
  months,
  provisionalFrom,
  coarse,
  unreported,
}: NowcastMonths): string {
  const last = months.at(-1);
  if (last === undefined) return 'No month is over yet, so nothing is corrected for late reports.';
  const told = months.findLast(({ estimate }) => estimate !== null);
  const estimate =
    told?.estimate == null || told.share === null
      ? 'No month has an estimate.'
      : `Of ${monthText(told.month)} ${counted(told.reported, 'incident is', 'incidents are')} reported; at ${percent(told.share)} usually reported by now, ${figure(told.estimate)} are expected (standard error ${figure(told.error ?? 0)}).`;
  const provisional =
    provisionalFrom === null
      ? 'No month is provisional.'
      : `Months from ${monthText(provisionalFrom)} on are provisional: too little is usually reported by now.`;
  const left = coarse + unreported;
  const out =
    left === 0
      ? ''
      : ` ${counted(left, 'incident is', 'incidents are')} left out, dated too coarsely or without a dated report.`;
  return `${provisional} ${estimate}${out}`;
}
