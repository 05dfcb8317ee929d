import { DAY_MS, type Instant } from '@/domain/dates';
import type { Monitoring } from '@/domain/dossier';
import type { Pact } from '@/domain/pact';
import type { Period } from '@/domain/standing';

/** A stretch of time in which one effort was made, both ends included. */
export interface EffortStretch extends Period {
  readonly effort: number;
}

/** Exposure of a stretch, in months of effort 1; null where nobody looked: a gap and not a zero. */
export interface Effort {
  /** False: nobody recorded any effort, and a month counts as a month whoever looked. */
  readonly recorded: boolean;
  readonly exposure: (stretch: Period) => number | null;
}

/** Mean length of a month. */
export const MONTH_MS = (365.25 / 12) * DAY_MS;

const instants = ({ from, to }: Monitoring): Period => ({
  from: Date.parse(`${from}T00:00:00.000Z`),
  to: Date.parse(`${to}T00:00:00.000Z`) + DAY_MS - 1,
});

/** The effort made for some states, told once: where records overlap, the largest counts. */
export function effortStretches(
  monitoring: readonly Monitoring[],
  states: readonly string[],
): EffortStretch[] {
  const own = monitoring
    .filter(({ victimState, effort }) => states.includes(victimState) && effort > 0)
    .map((record) => ({ ...instants(record), effort: record.effort }));
  const edges: Instant[] = [...new Set(own.flatMap(({ from, to }) => [from, to + 1]))].sort(
    (one, two) => one - two,
  );
  const stretches: EffortStretch[] = [];
  edges.slice(0, -1).forEach((from, at) => {
    const to = (edges[at + 1] ?? from) - 1;
    const effort = Math.max(
      0,
      ...own.filter((one) => one.from <= from && to <= one.to).map((one) => one.effort),
    );
    const last = stretches.at(-1);
    if (effort === 0) return;
    if (last !== undefined && last.effort === effort && last.to + 1 === from)
      stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from, to, effort });
  });
  return stretches;
}

function weighed(stretches: readonly EffortStretch[], { from, to }: Period): number {
  return stretches.reduce((sum, stretch) => {
    const length = Math.min(to, stretch.to) + 1 - Math.max(from, stretch.from);
    return length > 0 ? sum + (length / MONTH_MS) * stretch.effort : sum;
  }, 0);
}

/** Parties of a pact that incidents by `accused` may have for victims, each with the states it answers for. */
export function watchedSides(pact: Pact, accused: string | null): string[][] {
  return pact.parties
    .filter(({ code }) => code !== accused)
    .map(({ code, succeeds }) => [code, ...succeeds]);
}

/**
 * How much was looked for incidents against some sides, each the states it answers for: the mean
 * over the sides (method.md 4b, "monitoringEffort").
 */
export function effortOn(
  monitoring: readonly Monitoring[],
  sides: readonly (readonly string[])[],
): Effort {
  const records = sides.map((states) => effortStretches(monitoring, states));
  if (records.every((stretches) => stretches.length === 0))
    return {
      recorded: false,
      exposure: ({ from, to }) => (to < from ? null : (to + 1 - from) / MONTH_MS),
    };
  return {
    recorded: true,
    exposure: (stretch) => {
      const total = records.reduce((sum, stretches) => sum + weighed(stretches, stretch), 0);
      return total > 0 ? total / records.length : null;
    },
  };
}
