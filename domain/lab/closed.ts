import { renumbered, taken } from './pick';
import type { Store, StoreColumns } from './store';

/** The lists of victims that some cases name, the cases told their new numbers. */
function victimsOf(columns: StoreColumns) {
  const own = columns.caseMarks.map((marks) => marks >>> 8);
  const [lists, places] = renumbered(own, columns.victimsFrom.length - 1);
  const caseMarks = columns.caseMarks.map((marks, at) => (lists[at] ?? 0) * 256 + (marks & 255));
  const named = places.map((list) =>
    columns.victimState.subarray(columns.victimsFrom[list], columns.victimsFrom[list + 1]),
  );
  const victimsFrom = new Uint32Array(named.length + 1);
  named.forEach((list, at) => {
    victimsFrom[at + 1] = (victimsFrom[at] ?? 0) + list.length;
  });
  return {
    caseMarks,
    victimsFrom,
    victimState: Uint32Array.from(named.flatMap((list) => [...list])),
  };
}

/**
 * A store that tells of nothing but its own cases: kinds, victims, states and incidents are numbered
 * anew, so that what was left out of it leaves no word and no gap. `incidents`: how many it is of.
 */
export function closed(store: Store, incidents: number): Store {
  const { columns } = store;
  const { caseMarks, victimsFrom, victimState } = victimsOf(columns);
  const [segmentKind, kinds] = renumbered(columns.segmentKind, columns.kindSeverity.length);
  const accused = columns.partitionState.length;
  const [states, named] = renumbered(
    Uint32Array.from([...columns.partitionState, ...victimState]),
    store.states.length,
  );
  return {
    ...{ ...store, incidents },
    states: named.map((state) => store.states[state] ?? ''),
    columns: {
      ...columns,
      ...{ caseMarks, victimsFrom, segmentKind },
      kindConduct: taken(columns.kindConduct, kinds),
      kindObjects: taken(columns.kindObjects, kinds),
      kindIntent: taken(columns.kindIntent, kinds),
      kindSeverity: taken(columns.kindSeverity, kinds),
      partitionState: Uint16Array.from(states.subarray(0, accused)),
      victimState: Uint16Array.from(states.subarray(accused)),
      incident: renumbered(columns.incident, store.incidents)[0],
    },
  };
}
