import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fromBuffer, toBuffer } from '@/domain/lab/buffer';
import { watchFromBuffer, watchToBuffer } from '@/domain/lab/hearing';
import { database } from '@/server/database';
import type { Packed } from './base';
import { rollFromBuffer, rollToBuffer } from './roll';

/** Bytes of a part. */
const PART = 4 * 2 ** 20;
/** Parts read at once. */
const TOGETHER = 2;
/** A process that began to write and never ended is forgotten after so long. */
const CLAIM_MINUTES = 10;

type Database = ReturnType<typeof database>;

const NAMES = ['store', 'watch', 'roll'] as const;
type Name = (typeof NAMES)[number];

const contentsSchema = z.object({
  key: z.string(),
  since: z.number().nullable(),
  version: z.int(),
  sizes: z.object({ store: z.int(), watch: z.int(), roll: z.int() }),
});
type Contents = z.infer<typeof contentsSchema>;

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface PartRow {
  number: number;
  sha256: string;
  bytes: Uint8Array;
}

/** Parts of a generation in order, each with its own hash; ends where one is missing or not what it was. */
async function* partsOf(generation: string, parts: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < parts; from += TOGETHER) {
    const rows = await database().$queryRaw<PartRow[]>`
      SELECT "number", "sha256", "bytes" FROM "KeptColumnsPart"
      WHERE "generation" = ${generation} AND "number" >= ${from}::int
        AND "number" < ${Math.min(parts, from + TOGETHER)}::int
      ORDER BY "number"`;
    if (rows.length !== Math.min(TOGETHER, parts - from)) return;
    for (const { bytes, sha256 } of rows) {
      if (sha256Of(bytes) !== sha256) return;
      yield bytes;
    }
  }
}

/** Where in which buffer the parts after the first one go. */
function places(sizes: Contents['sizes']) {
  return NAMES.flatMap((name) =>
    Array.from({ length: Math.ceil(sizes[name] / PART) }, (_, at) => ({
      ...{ name, from: at * PART, length: Math.min(PART, sizes[name] - at * PART) },
    })),
  );
}

function contentsOf(bytes: Uint8Array, key: string): Contents | null {
  const contents = contentsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return contents.key === key ? contents : null;
}

async function read(key: string): Promise<Packed | null> {
  const head = await database().keptColumns.findUnique({ where: { key } });
  if (head === null || head.generation === null) return null;
  const parts = partsOf(head.generation, head.parts);
  const first = await parts.next();
  const contents = first.done === true ? null : contentsOf(first.value, key);
  if (contents === null) return null;
  const { sizes, since, version } = contents;
  const buffers: Record<Name, ArrayBuffer> = {
    store: new ArrayBuffer(sizes.store),
    watch: new ArrayBuffer(sizes.watch),
    roll: new ArrayBuffer(sizes.roll),
  };
  for (const { name, from, length } of places(sizes)) {
    const part = await parts.next();
    if (part.done === true || part.value.length !== length) return null;
    new Uint8Array(buffers[name], from).set(part.value);
  }
  return {
    store: fromBuffer(buffers.store),
    watch: watchFromBuffer(buffers.watch),
    roll: rollFromBuffer(buffers.roll),
    ...{ seq: head.ledgerSeq, since: since ?? -Infinity, version },
  };
}

/** The columns kept under a key; null where there are none, or not whole, or not as they were kept. */
export async function keptUnder(key: string): Promise<Packed | null> {
  try {
    return await read(key);
  } catch {
    return null; // Whatever is amiss with them, they are packed anew.
  }
}

/** Whether nobody else writes under a key: then this process does, until it is done or forgotten. */
async function claimed(db: Database, key: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    INSERT INTO "KeptColumns" ("key", "claimedAt") VALUES (${key}, now())
    ON CONFLICT ("key") DO UPDATE SET "claimedAt" = now()
      WHERE "KeptColumns"."claimedAt" IS NULL
        OR "KeptColumns"."claimedAt" < now() - make_interval(mins => ${CLAIM_MINUTES}::int)
    RETURNING "key"`;
  return rows.length === 1;
}

async function writeParts(
  db: Database,
  { key, generation }: { readonly key: string; readonly generation: string },
  { store, watch, roll, since, version }: Packed,
  goesOn: () => boolean,
): Promise<number | null> {
  const buffers = { store: toBuffer(store), watch: watchToBuffer(watch), roll: rollToBuffer(roll) };
  const sizes = {
    store: buffers.store.byteLength,
    watch: buffers.watch.byteLength,
    roll: buffers.roll.byteLength,
  };
  const contents: Contents = { key, sizes, version, since: Number.isFinite(since) ? since : null };
  const parts = [
    Buffer.from(JSON.stringify(contents)),
    ...places(sizes).map(({ name, from, length }) => Buffer.from(buffers[name], from, length)),
  ];
  for (const [number, bytes] of parts.entries()) {
    if (!goesOn()) return null;
    await db.$executeRaw`
      INSERT INTO "KeptColumnsPart" ("generation", "number", "sha256", "bytes")
      VALUES (${generation}, ${number}::int, ${sha256Of(bytes)}, ${bytes})`;
  }
  return parts.length;
}

/** Parts that no generation in use is made of, and columns of earlier policies, days and engines. */
async function sweepAway(db: Database, key: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "KeptColumns" WHERE "key" <> ${key} AND "keptAt" < now() - interval '1 day'`;
  await db.$executeRaw`
    DELETE FROM "KeptColumnsPart" WHERE "keptAt" < now() - interval '1 hour'
      AND "generation" NOT IN (SELECT "generation" FROM "KeptColumns" WHERE "generation" IS NOT NULL)`;
}

/**
 * Keeps columns under a key, part by part, each by a statement of its own; they count once the last
 * is written, and only where no later ones are kept. Returns whether they do: not where another
 * process is writing, nor where `goesOn` says to stop.
 */
export async function keepUnder(
  key: string,
  columns: Packed,
  goesOn: () => boolean = () => true,
): Promise<boolean> {
  const db = database(); // The one that is open now: it is not opened again where it is closed meanwhile.
  if (!(await claimed(db, key))) return false;
  const generation = randomUUID();
  try {
    const parts = await writeParts(db, { key, generation }, columns, goesOn);
    if (parts === null) return false;
    const before = await db.keptColumns.findUnique({ where: { key } });
    const done = await db.$executeRaw`
      UPDATE "KeptColumns" SET "generation" = ${generation}, "ledgerSeq" = ${columns.seq}::int,
        "parts" = ${parts}::int, "keptAt" = now()
      WHERE "key" = ${key} AND ("generation" IS NULL OR "ledgerSeq" <= ${columns.seq}::int)`;
    const old = done === 1 ? before?.generation : generation;
    if (old != null) await db.keptColumnsPart.deleteMany({ where: { generation: old } });
    await sweepAway(db, key);
    return done === 1;
  } finally {
    await db.keptColumns.updateMany({ where: { key }, data: { claimedAt: null } });
  }
}
