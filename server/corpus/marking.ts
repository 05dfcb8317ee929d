import 'server-only';
import type { Incident } from '@/domain/incident';
import { highestTlp, type Markings } from '@/domain/tlp';
import type { Corpus } from '@/server/corpus';
import { processWide } from '@/server/process-wide';

const known = processWide('markings', () => new WeakMap<readonly Incident[], Markings>());

/**
 * The markings of the records that a reader sees and of no other: today's, or that of the revision
 * shown where it is the stricter. `incidents`: the same array for the same corpus, day and reader.
 */
export function markingsOf(
  { incidents: held }: Pick<Corpus, 'incidents'>,
  incidents: readonly Incident[],
): Markings {
  const kept = known.get(incidents);
  if (kept !== undefined) return kept;
  const today = new Map(held.map(({ incident, marking }) => [incident.id, marking]));
  const made: Markings = new Map(
    incidents.map(({ id, tlp }) => [id, highestTlp([tlp, today.get(id) ?? 'RED'])]),
  );
  known.set(incidents, made);
  return made;
}
