import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/domain/actor';
import { parseAsOf } from '@/domain/dates';
import type { VariantAddress } from '@/domain/lab/address';
import { now } from '@/server/clock';
import { beingPackedText, columnsSoon, WORTH_KEEPING } from '@/server/columns/kept';
import { keyOf } from '@/server/columns/key';
import { type SeenColumns, seenColumns } from '@/server/columns/seen';
import {
  type LabRecord,
  labRecord,
  type Variant,
  type VariantRefusal,
  variantIn,
} from '@/server/lab-variant';
import { type Library, library } from '@/server/library';
import { visibilityOf } from '@/server/review/blind';
import { columnsTag } from './columns-tag';

/** What a variant is judged over: the kept columns, or, of a past day that was otherwise, its incidents. */
export type LabSource =
  | { readonly kind: 'columns'; readonly held: Library; readonly seen: SeenColumns }
  | { readonly kind: 'record'; readonly held: Library; readonly record: LabRecord };

export interface Resolved {
  readonly ok: true;
  readonly variant: Variant;
  readonly source: LabSource;
  /** Names the columns of this source for the pact. */
  readonly columns: string;
}

/** Names the columns a reader sees: the same where the same incidents are laid out alike for the same parties. */
function tagOf(seen: SeenColumns, { base, setting }: Variant): string {
  const { policy, compiledOn } = setting;
  const parties = base.parties.map(({ code, succeeds }) => [code, ...succeeds].join('+'));
  const key = [keyOf({ policy, compiledOn }), seen.kept.version, seen.reader, parties.sort()];
  return createHash('sha256').update(JSON.stringify(key)).digest('base64url').slice(0, 27);
}

/**
 * A variant of an address over the columns that an actor may see. A past day has those of today where
 * nothing was written since; else its record is rewound.
 */
export async function resolveColumns(
  asked: VariantAddress,
  actor: Actor,
): Promise<Resolved | { readonly ok: false; readonly refusal: VariantRefusal }> {
  const held = await library();
  const found = await variantIn({ held }, asked, actor);
  if (!found.ok) return found;
  const { variant } = found;
  const { policy, compiledOn } = variant.setting;
  // Without a dossier each day is one of compilation: nothing of that is worth keeping.
  const atLeast = held.compiledOn === null ? Infinity : WORTH_KEEPING;
  const kept = await columnsSoon({ policy, compiledOn }, atLeast);
  if ('packed' in kept)
    return {
      ok: false,
      refusal: { code: 'record_being_packed', field: 'pact', message: beingPackedText(kept) },
    };
  const at = asked.asOf === null ? null : parseAsOf(asked.asOf);
  if (at !== null && at < now() && kept.since > at) {
    const record = await labRecord(asked.asOf, actor);
    const again = await variantIn(record, asked, actor);
    if (!again.ok) return again;
    const columns = await columnsTag(record, again.variant);
    const source = { kind: 'record', held: record.held, record } as const;
    return { ok: true, variant: again.variant, source, columns };
  }
  const seen = seenColumns(kept, await visibilityOf(actor));
  const source = { kind: 'columns', held, seen } as const;
  return { ok: true, variant, source, columns: tagOf(seen, variant) };
}
