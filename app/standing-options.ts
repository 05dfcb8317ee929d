import type { Options } from '@/components/standing/filters';
import { CONDUCT } from '@/domain/vocabulary';
import { listPacts } from '@/server/pacts';

/** What the filter of the standing and of the trends chooses from. */
export async function standingOptions(): Promise<Options> {
  const pacts = await listPacts();
  return {
    pacts: pacts.map(({ id, title, kind, referenceOnly }) => ({ id, title, kind, referenceOnly })),
    conduct: Object.entries(CONDUCT).map(([value, { label }]) => ({ value, label })),
  };
}
