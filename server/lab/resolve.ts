import 'server-only';
import type { Actor } from '@/domain/actor';
import type { LabAddress } from '@/domain/lab/address';
import type { Pact } from '@/domain/pact';
import { asTested } from '@/domain/pact-draft/assembled';
import { pactDraftSchema } from '@/domain/pact-draft/draft';
import { mayEver } from '@/domain/permission';
import {
  type LabRecord,
  labRecord,
  type Shelf,
  type Variant,
  type VariantRefusal,
  variantIn,
  variantOf,
} from '@/server/lab-variant';
import { getPactDraft } from '@/server/pact/drafts';
import { getPact } from '@/server/pacts';

/** Why the lab cannot look at what an address names. */
export type LabRefusal =
  | VariantRefusal
  | {
      readonly code: 'unknown_draft' | 'incomplete_draft';
      readonly field: 'draft';
      readonly message: string;
    };

type Refused = { readonly ok: false; readonly refusal: LabRefusal };

export type LabResolved =
  | { readonly ok: true; readonly variant: Variant; readonly record: LabRecord }
  | Refused;

const refused = (code: 'unknown_draft' | 'incomplete_draft', message: string): Refused => ({
  ok: false,
  refusal: { code, field: 'draft', message },
});

/** The number under which a draft is looked at: the version it would become. */
const FIRST_VERSION = 1;

/** A draft as it would be tested; of who may not read drafts none is there. */
async function draftAsPact(
  id: string,
  actor: Actor,
): Promise<{ readonly ok: true; readonly pact: Pact } | Refused> {
  const draft = mayEver(actor, 'pact_draft.read').allowed ? await getPactDraft(id) : null;
  if (draft === null || draft.deletedAt !== null)
    return refused('unknown_draft', `There is no draft "${id}".`);
  const { pactId, pactVersion } = draft;
  const from = pactId === null ? null : await getPact(pactId, pactVersion ?? undefined);
  const tested = asTested(pactDraftSchema.parse(draft.payload), {
    id: pactId ?? `draft-${id}`,
    version: (pactVersion ?? FIRST_VERSION - 1) + 1,
    ...{ adherence: from?.adherence ?? [], sources: from?.sources ?? [] },
  });
  if (tested.ok) return { ok: true, pact: tested.value };
  const [first] = tested.faults;
  const where = first === undefined ? '' : ` ${first.path}: ${first.message}`;
  return refused('incomplete_draft', `The draft is not complete enough to be tested.${where}`);
}

/** A variant of a pact or of a draft, as an actor may see it. */
export async function labVariantIn(
  shelf: Shelf,
  asked: LabAddress,
  actor: Actor,
): Promise<{ readonly ok: true; readonly variant: Variant } | Refused> {
  if (asked.draft === null) return variantIn(shelf, asked);
  const draft = await draftAsPact(asked.draft, actor);
  return draft.ok ? variantOf(shelf, draft.pact, asked) : draft;
}

/** The same with the record it is judged over. */
export async function resolveLab(asked: LabAddress, actor: Actor): Promise<LabResolved> {
  const record = await labRecord(asked.asOf, actor);
  const found = await labVariantIn(record, asked, actor);
  return found.ok ? { ...found, record } : found;
}
