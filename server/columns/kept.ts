import 'server-only';
import type { Instant } from '@/domain/dates';
import { latestSeq } from '@/server/changes';
import { beforeClose } from '@/server/database';
import { log } from '@/server/log';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import { type Base, baseOf, Packer, type Packing, settled } from './base';
import { type Changed, changedPages, othersTurn, type Packable } from './changed';
import { keyOf } from './key';
import { stands } from './roll';
import { keepUnder, keptUnder } from './storage';

/** The record packed, and what changed since: a new object after every change. */
export interface KeptColumns {
  readonly base: Base;
  /** Numbers in the base of what was revised, merged or withdrawn since. */
  readonly gone: ReadonlySet<number>;
  /** What stands beside the base, by id. */
  readonly fresh: ReadonlyMap<string, Packable>;
  /** From this instant on the record has been as it is now; -Infinity: always. */
  readonly since: Instant;
  /** The last ledger entry that touched an incident of it. */
  readonly version: number;
}

/** Incidents that may stand beside the base before they are packed into it. */
const BESIDE = 512;
/** Fewer incidents than these are packed as fast as they are read back. */
export const WORTH_KEEPING = 2000;
/** Policies and days of compilation whose columns are kept in memory. */
const PACKINGS = 2;

interface Slot {
  held?: KeptColumns;
  /** The last ledger entry that was looked at. */
  seq: number;
  refreshing?: Promise<KeptColumns>;
  /** Incidents packed so far, while every record is read. */
  packed?: number;
}

interface Cache {
  slots: Recent<Slot>;
  writing: Set<Promise<void>>;
  closing: boolean;
}

const cache = processWide<Cache>('columns', () => ({
  ...{ slots: new Recent<Slot>(PACKINGS), writing: new Set<Promise<void>>(), closing: false },
}));

async function forget(): Promise<void> {
  cache.closing = true;
  cache.slots = new Recent<Slot>(PACKINGS);
  await Promise.all(cache.writing);
  cache.closing = false;
}

/** Writes a base back, beside whatever else is asked. */
function keepLater(key: string, base: Base, { atLeast }: { readonly atLeast: number }): void {
  if (base.roll.size < atLeast) return;
  const written = keepUnder(key, base, () => !cache.closing)
    .then(() => {})
    .catch((error: unknown) => log().warn({ err: error }, 'columns could not be kept'))
    .finally(() => cache.writing.delete(written));
  cache.writing.add(written);
}

/** Incidents between two lines of the log. */
const TOLD = 50_000;

/** Reads every record a page at a time and packs it, telling how far it is. */
async function rebuilt(
  packing: Packing,
  seq: number,
  tell: (packed: number) => void,
): Promise<Base> {
  const packer = new Packer(packing);
  let [since, version, read] = [-Infinity, 0, 0];
  for await (const page of changedPages(-1)) {
    const before = Math.floor(read / TOLD);
    read += page.length;
    tell(read);
    if (Math.floor(read / TOLD) > before)
      log().info({ event: 'columns.packing', incidents: read }, 'packing the record');
    for (const one of page) {
      since = Math.max(since, one.since);
      version = Math.max(version, one.ledgerSeq);
      if (one.now !== null) packer.add(one.now);
    }
    await othersTurn();
  }
  return baseOf({ ...packer.build(), ...{ seq, since, version } });
}

/** The number under which an incident stands in a base; undefined: under none. */
export function numberIn({ numbers, roll }: Base, id: string): number | undefined {
  return numbers.of(id).find((number) => stands(roll, number));
}

/** The columns with some incidents as they are now. */
function changedBy(
  { base, gone, fresh, since, version }: KeptColumns,
  page: readonly Changed[],
): KeptColumns {
  const [left, beside] = [new Set(gone), new Map(fresh)];
  for (const { id, now } of page) {
    const number = numberIn(base, id);
    if (number !== undefined) left.add(number);
    if (now === null) beside.delete(id);
    else beside.set(id, now);
  }
  return {
    ...{ base, gone: left, fresh: beside },
    since: Math.max(since, ...page.map((one) => one.since)),
    version: Math.max(version, ...page.map((one) => one.ledgerSeq)),
  };
}

const wholly = (base: Base): KeptColumns => ({
  ...{ base, gone: new Set<number>(), fresh: new Map<string, Packable>() },
  ...{ since: base.since, version: base.version },
});

interface Asked {
  readonly packing: Packing;
  readonly key: string;
  /** Fewer incidents than these are not written back. */
  readonly atLeast: number;
}

/** The columns up to a ledger entry: what changed since those held, or those kept, is packed anew. */
async function refresh(slot: Slot, seq: number, asked: Asked) {
  let { held, seq: since } = slot;
  if (held === undefined) {
    const kept = await keptUnder(asked.key);
    const tell = (packed: number): void => {
      slot.packed = packed;
    };
    const base = kept === null ? await rebuilt(asked.packing, seq, tell) : baseOf(kept);
    if (kept === null) keepLater(asked.key, base, asked);
    held = wholly(base);
    since = base.seq;
  }
  const before = held.base;
  for await (const page of changedPages(since)) {
    held = changedBy(held, page);
    if (held.fresh.size <= BESIDE && held.gone.size <= 2 * BESIDE) continue;
    const { gone, fresh } = held;
    const at = { seq: since, since: held.since, version: held.version };
    const base = settled(held.base, { gone, fresh: fresh.values() }, at);
    held = wholly(base);
    await othersTurn();
  }
  if (held.base === before) return held;
  const whole = held.fresh.size === 0 && held.gone.size === 0;
  const base: Base = whole ? { ...held.base, seq } : held.base;
  keepLater(asked.key, base, asked);
  return { ...held, base };
}

async function refreshed(slot: Slot, seq: number, asked: Asked): Promise<KeptColumns> {
  try {
    const held = await refresh(slot, seq, asked);
    slot.held = held;
    slot.seq = seq;
    return held;
  } finally {
    delete slot.refreshing;
    delete slot.packed;
  }
}

/**
 * The packed columns of the whole record under a policy, one per process: read back from where they
 * are kept, or packed anew, and refreshed by what the ledger says has changed. No incident is held
 * but those that changed since.
 */
export async function keptColumns(packing: Packing, atLeast = WORTH_KEEPING): Promise<KeptColumns> {
  beforeClose(forget);
  const key = keyOf(packing);
  const slot = cache.slots.get(key, () => ({ seq: -1 }));
  for (;;) {
    const seq = await latestSeq();
    if (slot.held !== undefined && slot.seq >= seq) return slot.held;
    slot.refreshing ??= refreshed(slot, seq, { packing, key, atLeast });
    await slot.refreshing;
  }
}

/** How long a reader waits for the record to be packed before being told how far it is, in milliseconds. */
const PATIENCE_MS = 4000;

/** The record is being packed for the first time: so many incidents are done. */
export interface BeingPacked {
  readonly packed: number;
}

/** The columns, or how far the packing of every record is where that takes long. It goes on meanwhile. */
export async function columnsSoon(
  packing: Packing,
  atLeast = WORTH_KEEPING,
  patience = PATIENCE_MS,
): Promise<KeptColumns | BeingPacked> {
  const columns = keptColumns(packing, atLeast);
  const slot = cache.slots.find(keyOf(packing));
  if (slot?.held !== undefined) return columns;
  for (const until = performance.now() + patience; ; ) {
    const pause = new Promise<null>((go) => setTimeout(go, Math.min(patience, 100), null));
    const ready = await Promise.race([columns, pause]);
    if (ready !== null) return ready;
    if (slot?.packed === undefined || performance.now() < until) continue;
    columns.catch((error: unknown) => log().warn({ err: error }, 'the record was not packed'));
    return { packed: slot.packed };
  }
}

/** The same in words. */
export const beingPackedText = ({ packed }: BeingPacked): string =>
  `The record is being packed for the first time: ${packed.toLocaleString('en')} incidents are done. Ask again in a minute.`;

/** When every write that is under way has ended. */
export const columnsWritten = async (): Promise<void> => void (await Promise.all(cache.writing));
