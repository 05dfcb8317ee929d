import 'server-only';
import type { Actor } from '@/domain/actor';
import type { Fault } from '@/domain/fault';
import type { Pact } from '@/domain/pact';
import { pactDraftSchema } from '@/domain/pact-draft/draft';
import { keepable } from '@/domain/pact-draft/keeping';
import { swapping } from '@/domain/pact-draft/swap';
import { textHash } from '@/domain/pact-text';
import { HOUSE, type Refusal } from '@/domain/permission';
import { sliced } from '@/server/compare-columns';
import { guardWithin } from '@/server/guard';
import { append, type Tx, writing } from '@/server/ledger';
import { getPact, keepPact } from '@/server/pacts';
import { visibilityOf } from '@/server/review/blind';
import { getPactDraft, type HeldPactDraft } from './drafts';
import { recordToTry } from './record';

/** As what a draft is kept: the next version of the pact it was forked from, or a new pact under an id. */
export interface Keeping {
  /** The revision of the draft that was read. */
  readonly basedOn: number;
  /** The id of a new pact; null: the next version. */
  readonly newId: string | null;
}

export type KeepResult =
  | {
      readonly ok: true;
      readonly pact: string;
      readonly version: number;
      readonly textHash: string;
    }
  | { readonly ok: false; readonly code: 'not_keepable'; readonly faults: readonly Fault[] }
  | { readonly ok: false; readonly code: 'newer_version'; readonly latest: number }
  | {
      readonly ok: false;
      readonly code:
        | Refusal
        | 'not_author'
        | 'kept'
        | 'deleted'
        | 'stale'
        | 'exists'
        | 'no_origin'
        | 'record_too_large';
    };

type Refused = Exclude<KeepResult, { ok: true }>;
const refused = (code: Exclude<Refused['code'], 'not_keepable' | 'newer_version'>): Refused => ({
  ok: false,
  code,
});

/** Why a draft cannot be kept now, whatever it says; null: it can. */
function standInTheWay(held: HeldPactDraft, author: string, { basedOn, newId }: Keeping) {
  if (held.authorId !== author) return refused('not_author');
  if (held.keptAs !== null) return refused('kept');
  if (held.deletedAt !== null) return refused('deleted');
  if (held.revision !== basedOn) return refused('stale');
  return newId === null && held.pactId === null ? refused('no_origin') : null;
}

type Wanted = Refused | { readonly ok: true; readonly pact: Pact; readonly held: HeldPactDraft };

/** The version a draft would become. What states did goes on with a pact, and not with a new one. */
async function wantedFrom(
  author: string,
  id: string,
  keeping: Keeping,
  within?: Tx,
): Promise<Wanted> {
  const held = await getPactDraft(id, within);
  if (held === null) return refused('hidden');
  const inTheWay = standInTheWay(held, author, keeping);
  if (inTheWay !== null) return inTheWay;
  const { newId } = keeping;
  const latest = await getPact(newId ?? held.pactId ?? '', undefined, within);
  if (newId !== null && latest !== null) return refused('exists');
  if (newId === null && latest?.version !== held.pactVersion)
    return { ok: false, code: 'newer_version', latest: latest?.version ?? 0 };
  const beside =
    newId === null
      ? { adherence: latest?.adherence ?? [], sources: latest?.sources ?? [] }
      : { adherence: [], sources: [] };
  const version = newId === null ? (held.pactVersion ?? 0) + 1 : 1;
  const kept = keepable(pactDraftSchema.parse(held.payload), {
    ...{ id: newId ?? held.pactId ?? '', version, ...beside },
  });
  return kept.ok
    ? { ok: true, pact: kept.pact, held }
    : { ok: false, code: 'not_keepable', faults: kept.faults };
}

/**
 * Makes an immutable version of a draft: first everything it says is tried, the exchange of the
 * parties on the record its author may see too, then it is kept with its ledger entry in one
 * transaction that asks again what may have changed meanwhile.
 */
export async function keepDraft(actor: Actor, id: string, keeping: Keeping): Promise<KeepResult> {
  if (actor.kind !== 'person') return refused('sign_in');
  const wanted = await wantedFrom(actor.id, id, keeping);
  if (!wanted.ok) return wanted;
  const record = await recordToTry(await visibilityOf(actor));
  if (record === null) return refused('record_too_large');
  const { incidents, setting } = record;
  const faults = await sliced(swapping(incidents, wanted.pact, setting));
  if (faults.length > 0) return { ok: false, code: 'not_keepable', faults };
  return writing(async (tx): Promise<KeepResult> => {
    const allowed = await guardWithin(tx, actor, 'pact.draft', HOUSE);
    if (!allowed.ok) return allowed;
    const again = await wantedFrom(allowed.author.id, id, keeping, tx);
    if (!again.ok) return again;
    const { pact } = again;
    const hash = textHash(pact);
    const keptAs = `${pact.id}@${pact.version}`;
    // A save takes no lock: one that came since the draft was read is not lost under the version.
    const still = { id, revision: keeping.basedOn, keptAs: null, deletedAt: null };
    const { count } = await tx.pactDraft.updateMany({ where: still, data: { keptAs } });
    if (count !== 1) return refused('stale');
    const entry = await append(tx, {
      ...{ actor: allowed.author, type: 'pact.kept', subject: `pact:${pact.id}` },
      payload: {
        ...{ pact: pact.id, version: pact.version, textHash: hash, draft: id },
        from: { pact: again.held.pactId, version: again.held.pactVersion },
      },
    });
    await keepPact(tx, allowed.author, pact, new Date(entry.at));
    return { ok: true, pact: pact.id, version: pact.version, textHash: hash };
  });
}
