import 'server-only';
import { canonicalJson } from '@/domain/ledger';
import type { Prisma } from '@/prisma/generated/client';

/** A plain JSON copy of a value, absent where it is undefined, for a Json column. */
export function plainJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(canonicalJson(value)) as Prisma.InputJsonValue;
}
