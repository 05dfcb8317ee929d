import type { Sweep } from '@/domain/sweep/sheet';
import { WORD } from '@/domain/sweep/words';

/** How a state appears in some findings: as a victim, and as the territory or nation acts are linked to. */
export interface Place {
  readonly state: string;
  /** Incidents it is a victim of. */
  readonly victim: number;
  /** Incidents linked to it, and those in which a link is contested. */
  readonly linked: number;
  readonly contested: number;
}

interface Tally {
  readonly victim: Set<number>;
  readonly linked: Set<number>;
  readonly contested: Set<number>;
}

/** The states that the map shows, in order of code; rows are those that count. */
export function placesOf(sweep: Sweep, rows: ArrayLike<number>): Place[] {
  const tallies = new Map<string, Tally>();
  const of = (state: string): Tally => {
    const tally = tallies.get(state) ?? {
      ...{ victim: new Set<number>(), linked: new Set<number>(), contested: new Set<number>() },
    };
    tallies.set(state, tally);
    return tally;
  };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? -1;
    const incident = sweep.incident[row] ?? -1;
    for (const state of sweep.columns.incidents[incident]?.victimStates ?? [])
      of(state).victim.add(incident);
    const accused = sweep.columns.partitions[sweep.partition[row] ?? -1]?.state;
    if (accused === undefined) continue;
    if (sweep.link[row] === WORD.MET) of(accused).linked.add(incident);
    else if (sweep.link[row] === WORD.CONTESTED) of(accused).contested.add(incident);
  }
  return [...tallies]
    .map(([state, { victim, linked, contested }]) => ({
      state,
      victim: victim.size,
      linked: linked.size,
      contested: [...contested].filter((incident) => !linked.has(incident)).length,
    }))
    .sort((one, two) => (one.state < two.state ? -1 : one.state > two.state ? 1 : 0));
}
