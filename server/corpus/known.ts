import 'server-only';
import { type Instant, parseAsOf } from '@/domain/dates';
import { groupBy } from '@/domain/group';
import { incidentSchema } from '@/domain/incident';
import { revisionKnownAt } from '@/domain/incident-asof';
import { now } from '@/server/clock';
import { type Corpus, type CorpusIncident, corpus, corpusOf } from '@/server/corpus';
import { database } from '@/server/database';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import { type KeptIncident, mergedAt, scoredAt } from './kept';
import { isTooLarge } from './size';

/** Days that are kept rewound, for one version of the corpus. */
const DAYS = 12;
const rewound = processWide('rewound', () => new WeakMap<Corpus, Recent<Promise<Corpus>>>());

interface Chosen {
  readonly incidentId: string;
  readonly number: number;
}

/** What was written down after the instant; of the rest the current revision was known then. */
const isLater = ({ recordedAt, imported, revision }: KeptIncident, at: Instant): boolean =>
  recordedAt > at && !(imported && revision === 1);

/** Which revision of each of some incidents was known at an instant; absent: it was not known. */
async function chosen(later: readonly KeptIncident[], at: Instant): Promise<Chosen[]> {
  const rows = await database().incidentRevision.findMany({
    where: { incidentId: { in: later.map(({ incident }) => incident.id) } },
    select: { incidentId: true, number: true, recordedAt: true },
  });
  const revisions = groupBy(
    rows.map((row) => ({ ...row, recordedAt: row.recordedAt.getTime() })),
    ({ incidentId }) => incidentId,
  );
  return later.flatMap(({ incident, imported }) => {
    const all = revisions.get(incident.id) ?? [];
    return revisionKnownAt(all, at, { importedHistory: imported }) ?? [];
  });
}

interface PayloadRow extends Chosen {
  readonly recordedAt: Date;
  readonly payload: unknown;
  readonly payloadHash: string;
}

type Revision = Pick<CorpusIncident, 'revision' | 'payloadHash' | 'recordedAt' | 'written'>;

async function payloads(wanted: readonly Chosen[]): Promise<Map<string, Revision>> {
  const rows = await database().$queryRaw<PayloadRow[]>`
    SELECT r."incidentId", r."number", r."recordedAt", r."payload", r."payloadHash"
    FROM unnest(${wanted.map(({ incidentId }) => incidentId)}::text[],
      ${wanted.map(({ number }) => number)}::int[]) AS known ("id", "n")
    JOIN "IncidentRevision" r ON r."incidentId" = known."id" AND r."number" = known."n"`;
  return new Map(
    rows.map(({ incidentId, number: revision, payloadHash, recordedAt, payload }) => [
      incidentId,
      {
        ...{ revision, payloadHash, recordedAt: recordedAt.getTime() },
        written: incidentSchema.parse(payload),
      },
    ]),
  );
}

/** One incident as it was known, or null where it was not, or where another stood for it. */
function knownOf(
  kept: KeptIncident,
  at: Instant,
  then: ReadonlyMap<string, Revision>,
): CorpusIncident | null {
  if (mergedAt(kept, at)) return null;
  const { published, marking, evidence } = kept;
  const known = isLater(kept, at) ? then.get(kept.incident.id) : kept;
  if (known === undefined) return null;
  const { revision, payloadHash, recordedAt, written } = known;
  const incident = scoredAt(written, evidence, at);
  return { revision, payloadHash, recordedAt, written, published, marking, incident };
}

async function rewind(held: Corpus, at: Instant): Promise<Corpus> {
  const later = held.kept.filter((each) => isLater(each, at));
  const then = later.length === 0 ? new Map() : await payloads(await chosen(later, at));
  const incidents = held.kept.flatMap((each) => knownOf(each, at, then) ?? []);
  const same =
    incidents.length === held.incidents.length &&
    incidents.every(({ incident }, index) => incident === held.incidents[index]?.incident);
  return same ? held : { ...held, incidents };
}

/**
 * The corpus as it was known at an instant: each incident in the revision of that time, without what
 * was logged later, with what was merged later, and with claims that were suspended later. Today's
 * is the corpus itself; a past day is rewound once for each version of it, and asks the database
 * only for what was written since.
 */
export async function corpusKnownOn(at: Instant | null): Promise<Corpus> {
  const held = await corpus();
  if (at === null || at >= now()) return held;
  const days = rewound.get(held) ?? new Recent<Promise<Corpus>>(DAYS);
  rewound.set(held, days);
  try {
    return await days.get(`${at}`, () => rewind(held, at));
  } catch (error) {
    rewound.delete(held); // A failure is not kept.
    throw error;
  }
}

/** One incident of a day as a reader names it, and no other: of a large record, read by itself. */
export async function corpusWith(incident: string, day: string | null): Promise<Corpus> {
  if (!(await isTooLarge())) return corpusOn(day);
  const at = day === null ? null : parseAsOf(day);
  const held = await corpusOf([incident]);
  return at === null || at >= now() ? held : rewind(held, at);
}

/** The same for a day as a reader names it; none, or one that is no day: today. */
export const corpusOn = (day: string | null): Promise<Corpus> =>
  corpusKnownOn(day === null ? null : parseAsOf(day));
