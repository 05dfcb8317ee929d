import 'server-only';
import type { Actor } from '@/domain/actor';
import type { Incident } from '@/domain/incident';
import type { VariantAddress } from '@/domain/lab/address';
import { toBuffer } from '@/domain/lab/buffer';
import { StoreBuilder } from '@/domain/lab/builder';
import { pick } from '@/domain/lab/pick';
import type { Store } from '@/domain/lab/store';
import {
  type LabRecord,
  resolveVariant,
  type Variant,
  type VariantRefusal,
} from '@/server/lab-variant';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import { columnsTag } from './columns-tag';

interface Kept {
  readonly stores: Recent<Promise<Store>>;
  readonly buffers: Recent<Promise<ArrayBuffer>>;
}

/** Buffers kept of one record as one reader sees it: a pact more is a buffer more. */
const BUFFERS = 3;
const kept = processWide('lab-columns', () => new WeakMap<readonly Incident[], Kept>());

/** Incidents packed at a stretch, before others who ask meanwhile have their turn. */
const STRETCH = 200;
const othersTurn = () => new Promise<void>((go) => setImmediate(go));

/** Packs what a reader may see, and nothing else, without holding up whoever else asks. */
async function packed(
  incidents: readonly Incident[],
  setting: Pick<Variant['setting'], 'policy' | 'compiledOn'>,
): Promise<Store> {
  const builder = new StoreBuilder(setting);
  for (const [at, incident] of incidents.entries()) {
    builder.add(incident);
    if (at % STRETCH === STRETCH - 1) await othersTurn();
  }
  return builder.build();
}

async function bufferOf(record: LabRecord, { base, setting }: Variant, tag: string) {
  const { incidents } = record;
  const own = kept.get(incidents) ?? { stores: new Recent(1), buffers: new Recent(BUFFERS) };
  kept.set(incidents, own);
  try {
    return await own.buffers.get(tag, async () => {
      const { policy, compiledOn } = setting;
      const key = `${policy.version} ${compiledOn}`;
      const store = await own.stores.get(key, () => packed(incidents, { policy, compiledOn }));
      return toBuffer(pick(store, base));
    });
  } catch (error) {
    kept.delete(incidents); // A failure is not kept.
    throw error;
  }
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
 * The columns that a pact can touch, packed from the records an actor may see and from no other
 * (`servanda.columns/1`): what a browser counts the variants of that pact from.
 */
export async function labColumns(asked: VariantAddress, actor: Actor): Promise<Columns> {
  const found = await resolveVariant(asked, actor);
  if (!found.ok) return found;
  const { variant, record } = found;
  const tag = await columnsTag(record, variant);
  return { ok: true, etag: `"${tag}"`, buffer: () => bufferOf(record, variant, tag) };
}
