import 'server-only';
import { z } from 'zod';
import { datedSchema } from '@/domain/dates';
import type { Source } from '@/domain/incident';
import { ADHERENCE_STATES, type Pact, pactSchema } from '@/domain/pact';
import { type RecordedAdherence, standingEvents } from '@/domain/pact-adherence';
import { textHash } from '@/domain/pact-text';
import { type Author, accountOf } from './author';
import { database } from './database';
import { plainJson } from './json';
import type { Tx } from './ledger';

const KEPT = { pact: { include: { adherence: { orderBy: { position: 'asc' } } } } } as const;

interface Kept {
  payload: unknown;
  pact: {
    adherence: {
      position: number;
      corrects: number | null;
      party: string;
      state: string;
      at: string;
      precision: string;
      statedReason: string | null;
      counterProposalId: string | null;
      sources: unknown;
    }[];
  };
}

const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && 'id' in value;

const sourcesOf = (json: unknown): Source[] => (Array.isArray(json) ? json.filter(isSource) : []);

/** The pact as its format has it: adherence joined to the text, with any source it cites beyond the text's own. */
function toPact({ payload, pact: { adherence } }: Kept): Pact {
  const counted = standingEvents(adherence);
  const events = counted.map(({ at, precision, sources, party, state, ...rest }) => ({
    ...{ party, state, at: { date: at, precision } },
    statedReason: rest.statedReason,
    counterProposalId: rest.counterProposalId,
    sources: sourcesOf(sources).map(({ id }) => id),
  }));
  const known = typeof payload === 'object' && payload !== null ? payload : {};
  const own = sourcesOf(Reflect.get(known, 'sources'));
  const cited = new Map(
    counted.flatMap(({ sources }) => sourcesOf(sources)).map((source) => [source.id, source]),
  );
  for (const { id } of own) cited.delete(id);
  return pactSchema.parse({ ...known, adherence: events, sources: [...own, ...cited.values()] });
}

/** The latest version of every pact, by id. */
export async function listPacts(): Promise<Pact[]> {
  const rows = await database().pactVersion.findMany({
    distinct: ['pactId'],
    orderBy: [{ pactId: 'asc' }, { version: 'desc' }],
    include: KEPT,
  });
  return rows.map(toPact);
}

/** One pact at a version, or at its latest; null where there is none. */
export async function getPact(
  id: string,
  version?: number,
  within: Tx = database(),
): Promise<Pact | null> {
  const row = await within.pactVersion.findFirst({
    where: { pactId: id, ...(version === undefined ? {} : { version }) },
    orderBy: { version: 'desc' },
    include: KEPT,
  });
  return row === null ? null : toPact(row);
}

/** The versions of a pact, newest first, with the hash of what each says. */
export async function listPactVersions(id: string) {
  return database().pactVersion.findMany({
    where: { pactId: id },
    orderBy: { version: 'desc' },
    select: { version: true, textHash: true, recordedAt: true },
  });
}

const stepSchema = z.object({
  state: z.enum(ADHERENCE_STATES),
  at: datedSchema,
});

/** What states did about a pact, in the order of recording, corrected events too. */
export async function listAdherence(
  pactId: string,
  within: Tx = database(),
): Promise<RecordedAdherence[]> {
  const rows = await within.adherenceEvent.findMany({
    where: { pactId },
    orderBy: { position: 'asc' },
  });
  return rows.map((row) => ({
    ...{ position: row.position, party: row.party },
    ...stepSchema.parse({ state: row.state, at: { date: row.at, precision: row.precision } }),
    ...{ statedReason: row.statedReason, counterProposalId: row.counterProposalId },
    sources: sourcesOf(row.sources),
    ...{ version: row.version, textHash: row.textHash, corrects: row.corrects },
    correctedBy: rows.find(({ corrects }) => corrects === row.position)?.position ?? null,
    recordedAt: row.recordedAt.toISOString(),
  }));
}

/** Keeps a new version of a pact; its adherence is kept with the first version of the pact only. */
export async function keepPact(tx: Tx, actor: Author, pact: Pact, at: Date): Promise<void> {
  const { adherence, ...payload } = pact;
  const author = accountOf(actor);
  const sources = new Map(pact.sources.map((source) => [source.id, source]));
  const isNew = (await tx.pact.findUnique({ where: { id: pact.id } })) === null;
  if (isNew) await tx.pact.create({ data: { id: pact.id, createdAt: at } });
  await tx.pactVersion.create({
    data: {
      ...{ pactId: pact.id, version: pact.version, textHash: textHash(pact) },
      ...{ payload: plainJson(payload), recordedAt: at, authorId: author },
    },
  });
  if (!isNew) return;
  await tx.adherenceEvent.createMany({
    data: adherence.map(({ at: dated, sources: cited, ...event }, position) => ({
      ...event,
      ...{ pactId: pact.id, position, at: dated.date, precision: dated.precision },
      sources: plainJson(cited.flatMap((id) => sources.get(id) ?? [])),
      ...{ recordedAt: at, authorId: author },
    })),
  });
}
