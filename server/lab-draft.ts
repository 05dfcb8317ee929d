import 'server-only';
import type { Actor } from '@/domain/actor';
import type { Pact } from '@/domain/pact';
import { asTested } from '@/domain/pact-draft/assembled';
import { pactDraftSchema } from '@/domain/pact-draft/draft';
import { mayEver } from '@/domain/permission';
import { getPactDraft } from './pact/drafts';
import { getPact } from './pacts';

/** Why a draft cannot be looked at. */
export interface DraftRefusal {
  readonly code: 'unknown_draft' | 'incomplete_draft';
  readonly field: 'draft';
  readonly message: string;
}

type DraftFound =
  | { readonly ok: true; readonly pact: Pact; readonly isKept: boolean }
  | { readonly ok: false; readonly refusal: DraftRefusal };

const refused = (code: DraftRefusal['code'], message: string): DraftFound => ({
  ok: false,
  refusal: { code, field: 'draft', message },
});

/** The number under which a draft is looked at: the version it would become. */
const FIRST_VERSION = 1;

/**
 * A draft as it would be tested, or the version that it has become (`isKept`); of who may not read
 * drafts none is there.
 */
export async function draftAsPact(id: string, actor: Actor): Promise<DraftFound> {
  const draft = mayEver(actor, 'pact_draft.read').allowed ? await getPactDraft(id) : null;
  if (draft === null || draft.deletedAt !== null)
    return refused('unknown_draft', `There is no draft "${id}".`);
  const { pactId, pactVersion, keptAs } = draft;
  if (keptAs !== null) {
    const [keptId = '', version] = keptAs.split('@');
    const kept = await getPact(keptId, Number(version));
    if (kept !== null) return { ok: true, pact: kept, isKept: true };
  }
  const from = pactId === null ? null : await getPact(pactId, pactVersion ?? undefined);
  const tested = asTested(pactDraftSchema.parse(draft.payload), {
    id: pactId ?? `draft-${id}`,
    version: (pactVersion ?? FIRST_VERSION - 1) + 1,
    ...{ adherence: from?.adherence ?? [], sources: from?.sources ?? [] },
  });
  if (tested.ok) return { ok: true, pact: tested.value, isKept: false };
  const [first] = tested.faults;
  const where = first === undefined ? '' : ` ${first.path}: ${first.message}`;
  return refused('incomplete_draft', `The draft is not complete enough to be tested.${where}`);
}
