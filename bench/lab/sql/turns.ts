import type { Held, Turn } from '@/bench/lab/rows';
import { dayOf } from '@/domain/dates';

/** More clusters than any theta asks for. */
export const CERTAIN = 255;

/** A change of the public record as a query reads it: -1 where contested, 2 and 255 where admitted. */
export interface FlatTurn {
  readonly day: number;
  readonly link: number;
  readonly linkClusters: number;
  readonly state: number;
  readonly stateClusters: number;
}

/** What a turn holds against thresholds: admitted beats any, contested none. */
function beliefs(held: Held): Omit<FlatTurn, 'day'> {
  const { link, state, linkAdmitted, stateAdmitted } = held;
  return {
    link: linkAdmitted ? 2 : held.linkContested ? -1 : link.lower,
    linkClusters: linkAdmitted || link.convicted ? CERTAIN : link.clusters,
    state: stateAdmitted ? 2 : held.stateContested ? -1 : state.lower,
    stateClusters: stateAdmitted || state.convicted ? CERTAIN : state.clusters,
  };
}

const covers = (one: FlatTurn, other: FlatTurn): boolean =>
  one.link >= other.link &&
  one.linkClusters >= other.linkClusters &&
  one.state >= other.state &&
  one.stateClusters >= other.stateClusters;

/** The turns at which a link can first be met: one that an earlier one outdoes is none of them. */
export function decisiveTurns(turns: readonly Turn[]): FlatTurn[] {
  const kept: FlatTurn[] = [];
  for (const turn of turns) {
    const flat = { day: dayOf(turn.at), ...beliefs(turn) };
    const possible =
      (flat.link >= 0 && flat.linkClusters > 0) || (flat.state >= 0 && flat.stateClusters > 0);
    if (possible && !kept.some((earlier) => covers(earlier, flat))) kept.push(flat);
  }
  return kept;
}
