import 'server-only';
import { latestSeq } from '@/server/changes';
import { beforeClose, database } from '@/server/database';
import { processWide } from '@/server/process-wide';

/** By a number of incidents: whether as many are stored, and the ledger entry up to which that was asked. */
const known = processWide('size of the record', () => ({
  sizes: new Map<number, { readonly reached: boolean; readonly seq: number }>(),
}));

async function forget(): Promise<void> {
  known.sizes.clear();
}

/** Incidents beyond which the record is no longer held in memory; what needs all of it says so. */
export const MOST_IN_MEMORY = 200_000;

/** What was asked needs every incident in memory, and there are too many of them. */
export class RecordTooLarge extends Error {
  override name = 'RecordTooLarge';

  constructor() {
    super(TOO_LARGE);
  }
}

export const TOO_LARGE = `The record holds more than ${MOST_IN_MEMORY.toLocaleString('en')} incidents, too many to be read at once for this. The standing and the lab answer for any number of them.`;

/** The same as a refusal: nothing is wrong with what was asked. */
export const RECORD_TOO_LARGE = {
  ok: false,
  refusal: { code: 'record_too_large', message: TOO_LARGE },
} as const;
export type RefusedAsTooLarge = typeof RECORD_TOO_LARGE;

export const isTooLarge = (): Promise<boolean> => holdsAtLeast(MOST_IN_MEMORY + 1);

/** Whether at least so many incidents are stored; records are withdrawn and never deleted. */
export async function holdsAtLeast(incidents: number): Promise<boolean> {
  beforeClose(forget);
  const seq = await latestSeq();
  const found = known.sizes.get(incidents);
  if (found !== undefined && (found.reached || found.seq >= seq)) return found.reached;
  const [row] = await database().$queryRaw<{ size: bigint }[]>`
    SELECT count(*) AS "size" FROM (SELECT FROM "Incident" LIMIT ${incidents}::int) AS found`;
  const reached = Number(row?.size ?? 0) >= incidents;
  known.sizes.set(incidents, { reached, seq });
  return reached;
}
