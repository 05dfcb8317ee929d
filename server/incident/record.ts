import 'server-only';
import { type Incident, incidentSchema } from '@/domain/incident';
import type { SubjectOf } from '@/domain/permission';
import { RECORD_STATES, type RecordState } from '@/domain/review/record-path';
import { slug } from '@/domain/text';
import { markingOf, type Tlp } from '@/domain/tlp';
import { database } from '@/server/database';
import type { Tx } from '@/server/ledger';

/** A record as the guards see it: its current revision, marking and everybody who wrote on it. */
export interface HeldRecord {
  readonly id: string;
  readonly revision: number;
  readonly published: boolean;
  /** Came in with a dossier: its first revision was history already. */
  readonly imported: boolean;
  readonly tlp: Tlp;
  readonly authors: readonly string[];
  readonly withdrawn: boolean;
  readonly retiredInto: string | null;
  /** Where it stands on its path. */
  readonly state: RecordState;
  /** The ledger entry that last touched it. */
  readonly ledgerSeq: number;
}

/** A state as a column has it. */
export function stateIn(word: string): RecordState {
  const state = RECORD_STATES.find((each) => each === word);
  if (state === undefined) throw new Error(`no state of a record: ${word}`);
  return state;
}

/** An incident's id as it may stand in an address; anything else names nothing. */
export const isId = (id: string): boolean => slug.safeParse(id).success;

/** A record by its id, whoever asks; null where there is none. */
export async function heldRecord(id: string, within: Tx = database()): Promise<HeldRecord | null> {
  if (!isId(id)) return null;
  const row = await within.incident.findUnique({
    where: { id },
    select: {
      ...{ revision: true, published: true, tlp: true, dossierId: true, withdrawnAt: true },
      ...{ retiredInto: true, ledgerSeq: true, reviewState: true },
      revisions: { select: { authorId: true }, distinct: ['authorId'] },
    },
  });
  if (row === null) return null;
  return {
    ...{ id, revision: row.revision, published: row.published, ledgerSeq: row.ledgerSeq },
    imported: row.dossierId !== null,
    tlp: markingOf(row.tlp),
    authors: row.revisions.flatMap(({ authorId }) => authorId ?? []),
    ...{ withdrawn: row.withdrawnAt !== null, retiredInto: row.retiredInto },
    state: stateIn(row.reviewState),
  };
}

/** What the privilege table asks of a record. */
export const subjectOf = ({ published, tlp, authors }: HeldRecord): SubjectOf<'record.read'> => ({
  ...{ kind: 'record', published, tlp, authors },
});

/** The same of what nobody may know of. */
export const NOWHERE: SubjectOf<'record.read'> = {
  ...{ kind: 'record', published: false, tlp: 'RED', authors: [] },
};

/** One revision as it was written. */
export interface KeptRevision {
  readonly number: number;
  readonly incident: Incident;
  readonly payloadHash: string;
  readonly recordedAt: Date;
  readonly reason: string;
  readonly author: { readonly id: string; readonly name: string } | null;
}

/** A revision by its number; null where there is none. */
export async function keptRevision(
  id: string,
  number: number,
  within: Tx = database(),
): Promise<KeptRevision | null> {
  const row = await within.incidentRevision.findUnique({
    where: { incidentId_number: { incidentId: id, number } },
    include: { author: { select: { id: true, name: true } } },
  });
  if (row === null) return null;
  const { payload, payloadHash, recordedAt, reason, author } = row;
  return {
    ...{ number, payloadHash, recordedAt, reason, author },
    incident: incidentSchema.parse(payload),
  };
}
