import 'server-only';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { isDraftId } from '@/server/incident/drafts';

/** A variant that somebody named for themselves. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  /** Parameters of the lab, without the question mark. */
  readonly query: string;
}

/** Most scenarios that one person keeps. Soft: a program that runs away, not a person. */
export const MOST_SCENARIOS = 200;

const FIELDS = { id: true, name: true, query: true } as const;

/** One's own scenarios, the newest first. */
export const listScenarios = (ownerId: string): Promise<Scenario[]> =>
  database().labScenario.findMany({
    where: { ownerId, deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SCENARIOS,
    select: FIELDS,
  });

/**
 * Names a variant; null where there are too many. Like a short address it changes no record and is
 * seen by nobody else: it stands outside the ledger.
 */
export async function keepScenario(
  ownerId: string,
  scenario: Pick<Scenario, 'name' | 'query'>,
): Promise<Scenario | null> {
  const held = await database().labScenario.count({ where: { ownerId, deletedAt: null } });
  if (held >= MOST_SCENARIOS) return null;
  const { name, query } = scenario;
  return database().labScenario.create({ data: { ownerId, name, query }, select: FIELDS });
}

/** Changes one of one's own scenarios; false where there is none. */
async function change(
  ownerId: string,
  id: string,
  data: { readonly name: string } | { readonly deletedAt: Date | null },
): Promise<boolean> {
  if (!isDraftId(id)) return false;
  const { count } = await database().labScenario.updateMany({ where: { id, ownerId }, data });
  return count === 1;
}

export const renameScenario = (ownerId: string, id: string, name: string): Promise<boolean> =>
  change(ownerId, id, { name });

/** Deletes a scenario, or takes it back; it is held either way. Doing it twice does it once. */
export const shelveScenario = (ownerId: string, id: string, deleted: boolean): Promise<boolean> =>
  change(ownerId, id, { deletedAt: deleted ? new Date(now()) : null });
