import 'server-only';
import type { Actor } from '@/domain/actor';
import { assumedFrom } from '@/domain/bound';
import type { Instant } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import type { SideAddress, VariantAddress } from '@/domain/lab/address';
import { type Change, effective, strayChange, withChanges } from '@/domain/lab/variant';
import type { Pact } from '@/domain/pact';
import { endOfToday } from './clock';
import { type Corpus, corpusOf, visibleIncidents } from './corpus';
import { corpusOn } from './corpus/known';
import { isTooLarge } from './corpus/size';
import { type DraftRefusal, draftAsPact } from './lab-draft';
import type { Library } from './library';
import { getPact } from './pacts';
import { visibilityOf } from './review/blind';
import { questionOf, type StandingRefusal, type StandingSource } from './standing-question';

/** What a variant is judged over: the record of its day as one reader may see it. */
export interface LabRecord {
  readonly held: Corpus & Pick<StandingSource, 'tooLarge'>;
  /** The same array for the same corpus, day and reader: what is computed may be kept by it. */
  readonly incidents: readonly Incident[];
  /** Records left out until the reader has coded them. */
  readonly withheld: number;
}

/** A variant of a pact, found and ready to be judged. */
export interface Variant {
  /** The pact as it was saved. */
  readonly base: Pact;
  /** The draft that it is; null: a version. */
  readonly draft: string | null;
  /** With its numbers moved; the base itself where none is. */
  readonly pact: Pact;
  /** Those that alter something. */
  readonly changes: readonly Change[];
  /** Policy, day, entry into force. */
  readonly setting: Setting;
  readonly asOf: Instant;
  readonly assumedFrom: Instant | null;
  /** Nobody saved this: numbers are moved, or another entry into force than its own is assumed (method.md 1). */
  readonly unsaved: boolean;
}

interface PactRefusal {
  readonly code: StandingRefusal['code'] | 'unknown_version' | 'reference_only';
  readonly field: 'pact' | 'version' | 'set' | 'from';
  readonly message: string;
}

/** Why a well-formed variant cannot be judged. */
export type VariantRefusal = PactRefusal | DraftRefusal;

type Refused = { readonly ok: false; readonly refusal: VariantRefusal };

const refused = (
  code: PactRefusal['code'],
  field: PactRefusal['field'],
  message: string,
): Refused => ({ ok: false, refusal: { code, field, message } });

/** The record of a day as an actor may see it; null: today. */
export async function labRecord(asOf: string | null, actor: Actor): Promise<LabRecord> {
  const visibility = await visibilityOf(actor);
  const withheld = visibility.without?.length ?? 0;
  if (await isTooLarge())
    return { held: { ...(await corpusOf([])), tooLarge: true }, incidents: [], withheld };
  const held = await corpusOn(asOf);
  return { held, incidents: visibleIncidents(held, visibility), withheld };
}

async function pactOf(
  { pacts }: Pick<Library, 'pacts'>,
  { pact: id, version }: SideAddress,
): Promise<Pact | null> {
  const latest = pacts.find((one) => one.id === id);
  if (latest === undefined || version === null || latest.version === version) return latest ?? null;
  return getPact(id, version);
}

/** What a variant is found in. */
export interface Shelf {
  readonly held: Pick<Library, 'pacts' | 'policies' | 'compiledOn'> &
    Pick<StandingSource, 'tooLarge'>;
}

/** A pact with its numbers moved, and its setting. */
function variantOf(
  { held }: Shelf,
  { base, draft }: Pick<Variant, 'base' | 'draft'>,
  { set, from, asOf }: Pick<VariantAddress, 'set' | 'from' | 'asOf'>,
): { readonly ok: true; readonly variant: Variant } | Refused {
  if (base.referenceOnly)
    return refused(
      'reference_only',
      'pact',
      'This pact is kept for its text and is not scored: there is nothing to move.',
    );
  const stray = strayChange(base, set);
  if (stray !== undefined)
    return refused('unknown_clause', 'set', `This pact has no clause "${stray.clause}".`);
  const { policies, compiledOn, tooLarge = false } = held;
  const source = { pacts: [base], policies, compiledOn, tooLarge };
  const question = questionOf(source, { pact: base.id, from, asOf }, endOfToday());
  if (!question.ok) {
    const { code, message } = question.refusal;
    return refused(code, code === 'record_too_large' ? 'pact' : 'from', message);
  }
  const { setting } = question;
  const changes = effective(base, set);
  const own = assumedFrom(base);
  return {
    ok: true,
    variant: {
      ...{ base, draft, changes, setting, pact: withChanges(base, changes) },
      ...{ asOf: setting.asOf, assumedFrom: setting.assumedFrom ?? null },
      unsaved: changes.length > 0 || (setting.assumedFrom ?? own) !== own,
    },
  };
}

/** A side over a record: the pact or the draft it names, its numbers moved, and its setting. */
export async function variantIn(
  { held }: Shelf,
  asked: VariantAddress,
  actor: Actor,
): Promise<{ readonly ok: true; readonly variant: Variant } | Refused> {
  const { pact: id, draft, version } = asked;
  if (draft !== null) {
    const found = await draftAsPact(draft, actor);
    if (!found.ok) return found;
    return variantOf({ held }, { base: found.pact, draft: found.isKept ? null : draft }, asked);
  }
  const base = await pactOf(held, asked);
  if (base !== null) return variantOf({ held }, { base, draft: null }, asked);
  return held.pacts.some((one) => one.id === id)
    ? refused('unknown_version', 'version', `The pact "${id}" has no version ${version}.`)
    : refused('unknown_pact', 'pact', `There is no pact "${id}".`);
}

/** A variant of an address with the record it is judged over, as an actor may see it. */
export async function resolveVariant(
  asked: VariantAddress,
  actor: Actor,
): Promise<{ readonly ok: true; readonly variant: Variant; readonly record: LabRecord } | Refused> {
  const record = await labRecord(asked.asOf, actor);
  const found = await variantIn(record, asked, actor);
  return found.ok ? { ...found, record } : found;
}
