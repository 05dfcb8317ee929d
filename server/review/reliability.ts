import 'server-only';
import { codesSchema } from '@/domain/review/coding';
import { type Reliability, reliabilityOf } from '@/domain/review/reliability';
import { database } from '@/server/database';

/** How far two analysts agree: every pair of codings that was handed in, as it was before anything was reconciled. */
export async function codingReliability(): Promise<Reliability[]> {
  const rows = await database().coding.findMany({
    where: { handedInAt: { not: null } },
    select: { firstCodes: true, secondCodes: true },
  });
  return reliabilityOf(
    rows.map(({ firstCodes, secondCodes }) => ({
      first: codesSchema.parse(firstCodes),
      second: codesSchema.parse(secondCodes),
    })),
  );
}
