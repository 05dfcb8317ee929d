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

/** The states that the map shows, in order of code; rows are those that count, one per incident and accused. */
export function placesOf(sweep: Sweep, rows: ArrayLike<number>): Place[] {
  const { incidents, partitions } = sweep.columns;
  const seen = new Uint8Array(incidents.length);
  const victims = new Map<string, number>();
  const linked = new Map<string, number>();
  const contested = new Map<string, number>();
  const add = (tally: Map<string, number>, state: string): void => {
    tally.set(state, (tally.get(state) ?? 0) + 1);
  };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? -1;
    const incident = sweep.incident[row] ?? -1;
    if (seen[incident] === 0)
      for (const state of incidents[incident]?.victimStates ?? []) add(victims, state);
    seen[incident] = 1;
    const accused = partitions[sweep.partition[row] ?? -1]?.state;
    if (accused === undefined) continue;
    if (sweep.link[row] === WORD.MET) add(linked, accused);
    else if (sweep.link[row] === WORD.CONTESTED) add(contested, accused);
  }
  const states = new Set([victims, linked, contested].flatMap((tally) => [...tally.keys()]));
  return [...states].sort().map((state) => ({
    state,
    victim: victims.get(state) ?? 0,
    linked: linked.get(state) ?? 0,
    contested: contested.get(state) ?? 0,
  }));
}
