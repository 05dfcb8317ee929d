import type { Instant } from '@/domain/dates';
import { countsOn, type RecordColumns } from './record-columns';

/** How often one claimant accuses one state. */
export interface AccusationCell {
  /** A state by its code, or a kind of claimant that speaks for none. */
  readonly claimant: string;
  readonly accused: string;
  readonly claims: number;
  readonly incidents: number;
  /** Of these incidents, those in which all that is held against the accused is one evidence cluster. */
  readonly oneCluster: number;
}

/** How many clusters the claims against one state rest on, in one incident. */
function clustersAgainst(
  record: RecordColumns,
  { from, to }: { from: number; to: number },
  accused: number,
  asOf: Instant,
): number {
  const seen = new Set<number>();
  for (let claim = from; claim < to; claim += 1)
    if (record.accused[claim] === accused && countsOn(record, claim, asOf))
      seen.add(record.cluster[claim] ?? 0);
  return seen.size;
}

/** Who attributes whom, on a day; by claimant and accused, in order of their names. */
export function accusations(
  record: RecordColumns,
  chosen: ArrayLike<number>,
  asOf: Instant,
): AccusationCell[] {
  const width = record.states.length;
  const size = width * record.claimants.length;
  const claims = new Int32Array(size);
  const incidents = new Int32Array(size);
  const single = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let at = 0; at < chosen.length; at += 1) {
    const incident = chosen[at] ?? -1;
    const span = { from: record.claimFrom[incident] ?? 0, to: record.claimFrom[incident + 1] ?? 0 };
    for (let claim = span.from; claim < span.to; claim += 1) {
      if (!countsOn(record, claim, asOf)) continue;
      const accused = record.accused[claim] ?? 0;
      const cell = (record.claimant[claim] ?? 0) * width + accused;
      claims[cell] = (claims[cell] ?? 0) + 1;
      if (last[cell] === at) continue;
      last[cell] = at;
      incidents[cell] = (incidents[cell] ?? 0) + 1;
      if (span.to - span.from === 1 || clustersAgainst(record, span, accused, asOf) === 1)
        single[cell] = (single[cell] ?? 0) + 1;
    }
  }
  return record.claimants.flatMap((claimant, row) =>
    record.states.flatMap((accused, column) => {
      const cell = row * width + column;
      const n = claims[cell] ?? 0;
      if (n === 0) return [];
      const oneCluster = single[cell] ?? 0;
      return [{ claimant, accused, claims: n, incidents: incidents[cell] ?? 0, oneCluster }];
    }),
  );
}
