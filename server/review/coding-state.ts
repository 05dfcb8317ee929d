import 'server-only';
import type { Person, Visitor } from '@/domain/actor';
import type { Facts } from '@/domain/review/path';
import type { RecordState } from '@/domain/review/record-path';
import { database } from '@/server/database';
import { heldRecord } from '@/server/incident/record';
import type { Tx } from '@/server/ledger';

/** The coding of an incident that is not superseded: being made, in, or settled; null where there is none. */
export const liveCoding = (incidentId: string, within: Tx = database()) =>
  within.coding.findFirst({ where: { incidentId, supersededAt: null } });
export type LiveCoding = NonNullable<Awaited<ReturnType<typeof liveCoding>>>;

/** How far the double coding of an incident has come at one revision of it, and who had a hand in it ever. */
export interface CodingState {
  /** A second analyst has handed their coding in. */
  readonly secondCoding: boolean;
  /** Nothing between the two codings is open, and the revision has the codes they ended with. */
  readonly reconciled: boolean;
  /** Everybody who coded it, was given it to code or settled two codings of it, whichever revision. */
  readonly coders: readonly string[];
}

/** Whether a coding says something of a revision: that which was coded, or what kept the settled codes. */
function covers(coding: LiveCoding, revision: number): boolean {
  if (coding.settledRevision === null) return coding.revision === revision;
  return coding.revision <= revision;
}

export async function codingStateOf(
  tx: Tx,
  incidentId: string,
  revision: number,
): Promise<CodingState> {
  const live = await liveCoding(incidentId, tx);
  const all = await tx.coding.findMany({
    where: { incidentId },
    select: { firstCoderId: true, secondCoderId: true, reconciledById: true },
  });
  const coding = live !== null && covers(live, revision) ? live : null;
  const settled = coding?.settledRevision ?? null;
  return {
    secondCoding: coding !== null && coding.handedInAt !== null,
    reconciled: settled !== null && settled <= revision,
    coders: [...new Set(all.flatMap((each) => Object.values(each)))].filter((id) => id !== null),
  };
}

/** The same as conditions of the path. */
export const factsOf = ({ secondCoding, reconciled }: CodingState): Facts => ({
  ...{ second_coding: secondCoding, reconciled },
});

/** Where a record stands on its path; null where there is none. */
export async function recordStateOf(tx: Tx, incidentId: string): Promise<RecordState | null> {
  return (await heldRecord(incidentId, tx))?.state ?? null;
}

/** Whoever reads; of a person only who they are. */
export type Somebody = Visitor | Pick<Person, 'kind' | 'id'>;

/** The incidents whose codes a person must not see yet: they still have to hand in their own. */
export async function blindTo(
  actor: Somebody,
  within: Tx = database(),
): Promise<ReadonlySet<string>> {
  if (actor.kind === 'visitor') return new Set();
  const rows = await within.coding.findMany({
    where: { secondCoderId: actor.id, handedInAt: null, supersededAt: null },
    select: { incidentId: true },
  });
  return new Set(rows.map(({ incidentId }) => incidentId));
}
