import 'server-only';
import type { Actor } from '@/domain/actor';
import type { VariantAddress } from '@/domain/lab/address';
import { toBuffer } from '@/domain/lab/buffer';
import { StoreBuilder } from '@/domain/lab/builder';
import { closed } from '@/domain/lab/closed';
import { pick } from '@/domain/lab/pick';
import type { Store } from '@/domain/lab/store';
import { othersTurn } from '@/server/columns/changed';
import { beforeClose } from '@/server/database';
import type { LabRecord, Variant, VariantRefusal } from '@/server/lab-variant';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import { resolveColumns } from './record';

/** Buffers kept by what names them. */
const BUFFERS = 6;
/** Of larger ones fewer are kept: they take seconds to make, and as much memory as the columns themselves. */
const LARGE = 32 * 2 ** 20;
const LARGE_BUFFERS = 2;

const kept = processWide('lab-columns', () => ({
  buffers: new Recent<Promise<ArrayBuffer>>(BUFFERS),
  large: new Recent<Promise<ArrayBuffer>>(LARGE_BUFFERS),
}));

/** Incidents packed at a stretch, before others who ask meanwhile have their turn. */
const STRETCH = 200;

/** Packs what a reader may see of a past day, and nothing else, without holding up whoever else asks. */
async function packed({ incidents }: LabRecord, { base, setting }: Variant): Promise<Store> {
  const { policy, compiledOn } = setting;
  const builder = new StoreBuilder({ policy, compiledOn });
  for (const [at, incident] of incidents.entries()) {
    builder.add(incident);
    if (at % STRETCH === STRETCH - 1) await othersTurn();
  }
  return closed(pick(builder.build(), base), incidents.length);
}

/** Made once for all who ask for the same; a failure is not kept. */
async function once(tag: string, make: () => Promise<Store>): Promise<ArrayBuffer> {
  const large = kept.large.find(tag);
  if (large !== undefined) return large;
  try {
    const made = kept.buffers.get(tag, async () => toBuffer(await make()));
    const buffer = await made;
    if (buffer.byteLength > LARGE) {
      kept.buffers.drop(tag);
      kept.large.get(tag, () => made);
    }
    return buffer;
  } catch (error) {
    kept.buffers.drop(tag);
    throw error;
  }
}

async function forget(): Promise<void> {
  kept.buffers = new Recent<Promise<ArrayBuffer>>(BUFFERS);
  kept.large = new Recent<Promise<ArrayBuffer>>(LARGE_BUFFERS);
}

type Columns =
  | {
      readonly ok: true;
      readonly etag: string;
      /** Made only where it is asked for. */
      readonly buffer: () => Promise<ArrayBuffer>;
    }
  | { readonly ok: false; readonly refusal: VariantRefusal };

/**
 * The columns that a pact can touch, of the records an actor may see and of no other
 * (`servanda.columns/3`): what a browser counts the variants of that pact from.
 */
export async function labColumns(asked: VariantAddress, actor: Actor): Promise<Columns> {
  beforeClose(forget);
  const found = await resolveColumns(asked, actor);
  if (!found.ok) return found;
  const { variant, source, columns } = found;
  const make = async (): Promise<Store> =>
    source.kind === 'columns' ? source.seen.storeFor(variant.base) : packed(source.record, variant);
  return { ok: true, etag: `"${columns}"`, buffer: () => once(columns, make) };
}
