import 'server-only';
import { toDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import { policyAt } from '@/domain/policy-version';
import type { Columns } from '@/domain/sweep/columns';
import { endOfToday } from '@/server/clock';
import { type Corpus, corpusIfHeld, visibleIncidents } from '@/server/corpus';
import type { Visibility } from '@/server/incident-search';
import { columnsKept } from '@/server/standing-answer';

/** The record of today as one reader may see it, and the setting it is judged in. */
export interface RecordToTry {
  readonly held: Corpus;
  readonly incidents: readonly Incident[];
  readonly setting: Setting;
}

/** Null where the record is too large to be held. */
export async function recordToTry(visibility: Visibility): Promise<RecordToTry | null> {
  const held = await corpusIfHeld();
  if (held === null) return null;
  const asOf = endOfToday();
  const compiledOn = held.compiledOn ?? toDay(asOf);
  const setting = { policy: policyAt(held.policies, asOf), asOf, compiledOn };
  return { held, incidents: visibleIncidents(held, visibility), setting };
}

/** The same as columns: those of the standing page where it was looked at before. */
export const columnsToTry = ({ incidents, setting }: RecordToTry): Columns =>
  columnsKept(incidents, setting);
