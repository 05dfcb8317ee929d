import 'server-only';
import type { Actor } from '@/domain/actor';
import type { FindingState } from '@/domain/review/finding-path';
import type { Verdict } from '@/domain/verdict';
import { heldFindings, readable, verdictIn } from './finding';

/** A finding in a list. */
export interface FindingListed {
  readonly id: string;
  readonly version: number;
  readonly state: FindingState;
  readonly incident: { readonly id: string; readonly title: string };
  readonly pact: string;
  readonly clause: string;
  readonly accused: string;
  readonly asOf: string;
  readonly computed: Verdict | null;
  readonly word: Verdict | null;
  readonly nominatedAt: string;
  readonly publishedAt: string | null;
}

const MOST = 500;

/** The findings that fit and that a reader may see, newest first. */
export async function listFindings(
  actor: Actor,
  {
    state,
    incident,
    pact,
  }: {
    state?: FindingState | undefined;
    incident?: string | undefined;
    pact?: string | undefined;
  } = {},
): Promise<FindingListed[]> {
  const held = await heldFindings({
    ...(state === undefined ? {} : { state }),
    ...(incident === undefined ? {} : { incidentId: incident }),
    ...(pact === undefined ? {} : { pactId: pact }),
  });
  const seen = await readable(actor, held);
  return seen
    .reverse()
    .slice(0, MOST)
    .map(({ id, row, state: now, coordinates, content }) => ({
      ...{ id, version: row.version, state: now, pact: row.pactId, clause: row.clauseId },
      incident: { id: row.incidentId, title: row.incident.title },
      ...{ accused: row.accused, asOf: coordinates.asOf, computed: content?.verdict ?? null },
      word: verdictIn(row.publishedWord),
      nominatedAt: row.nominatedAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
    }));
}
