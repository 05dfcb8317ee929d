import { stateName } from '@/domain/states';
import { counted, figure, percent } from '@/domain/trend/wording';
import { CLAIMANT_TYPES } from '@/domain/vocabulary';
import type { AccusationCell } from './accusations';
import type { AttributionBin } from './attribution-bins';
import type { AttributionLag } from './attribution-lag';
import type { ThresholdPoint } from './threshold-curve';

/** Belief, unattributed mass and conflict over time, in words: the first and the last bin with findings. */
export function attributionSummary(bins: readonly (AttributionBin & { label: string })[]): string {
  const held = bins.filter(({ n }) => n > 0);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return 'No finding names an accused in this time.';
  const told = ({ label, n, link, unattributed, conflict }: AttributionBin & { label: string }) =>
    `${label} (${counted(n, 'finding')}): median belief in a link ${figure(link?.median ?? 0)}, unattributed ${figure(unattributed?.median ?? 0)}, conflict ${figure(conflict?.median ?? 0)}`;
  const gaps = bins.length - held.length;
  const blank = gaps === 0 ? '' : ` In ${counted(gaps, 'period')} there is none.`;
  return first === last ? `${told(first)}.${blank}` : `${told(first)}; ${told(last)}.${blank}`;
}

interface Reaching {
  readonly rows: readonly { readonly lower: number; readonly threshold: number }[];
  readonly total: number;
}

/** How many findings rest on a belief that reaches what their clause asks for; of many, the gravest alone. */
export function reachedSummary({ rows, total }: Reaching): string {
  if (rows.length === 0) return 'No finding names an accused in this time.';
  const reached = rows.filter(({ lower, threshold }) => lower >= threshold).length;
  const of =
    rows.length < total
      ? `Of the ${figure(rows.length)} gravest of ${counted(total, 'finding')}`
      : `Of ${counted(total, 'finding')}`;
  return `${of}, ${reached === 0 ? 'none rests' : reached === 1 ? '1 rests' : `${figure(reached)} rest`} on a belief that reaches what the clause asks for.`;
}

/** The lag to first attribution in words, with what makes it look shorter than it is. */
export function lagSummary({ days, attributed, waiting, coarse }: AttributionLag): string {
  const out =
    coarse === 0
      ? ''
      : ` ${counted(coarse, 'incident is', 'incidents are')} left out, dated to a month or year only.`;
  const still =
    waiting === 0
      ? ''
      : ` ${counted(waiting, 'incident is', 'incidents are')} not attributed yet, so these figures are too short.`;
  if (days === null) return `No incident dated to the day is attributed.${still}${out}`;
  return `From onset to first attribution: median ${counted(Math.round(days.median), 'day')}, three quarters within ${figure(Math.round(days.p75))}, nine tenths within ${figure(Math.round(days.p90))} (${counted(attributed, 'incident')}).${still}${out}`;
}

const claimantName = (claimant: string): string =>
  claimant in CLAIMANT_TYPES
    ? CLAIMANT_TYPES[claimant as keyof typeof CLAIMANT_TYPES].label.toLowerCase()
    : stateName(claimant);

/** Who attributes whom in words: the most frequent pair, and what rests on one evidence cluster. */
export function accusationsSummary(cells: readonly AccusationCell[]): string {
  const incidents = cells.reduce((sum, cell) => sum + cell.incidents, 0);
  const [most] = [...cells].sort((one, two) => two.incidents - one.incidents);
  if (most === undefined) return 'Nobody accuses a state in this time.';
  const single = cells.reduce((sum, { oneCluster }) => sum + oneCluster, 0);
  return `${counted(cells.length, 'pair')} of claimant and accused. The most frequent: ${claimantName(most.claimant)} naming ${stateName(most.accused)}, in ${counted(most.incidents, 'incident')}. ${percent(single / incidents)} of these attributions rest on one evidence cluster.`;
}

/** What counts at one threshold, in words. */
export function thresholdSummary(curve: readonly ThresholdPoint[], theta: number): string {
  const point = curve[Math.round(theta * (curve.length - 1))];
  if (point === undefined) return 'No finding names an accused in this time.';
  return `At a threshold of ${point.theta.toFixed(2)}: ${counted(point.linked, 'case')} linked to a party, ${counted(point.responsible, 'case')} with the state itself responsible, ${counted(point.found, 'violation')} found that would stand.`;
}
