import 'server-only';
import type { Actor } from '@/domain/actor';
import type { SmallestAddress } from '@/domain/lab/smallest/address';
import { choicesOf } from '@/domain/lab/smallest/choices';
import type { Progress } from '@/domain/lab/smallest/search';
import { type Smallest, smallestChange, type Unsearchable } from '@/domain/lab/smallest/smallest';
import { columnsOf } from '@/domain/sweep/columns';
import { sliced, stretchesOf } from './compare-columns';
import { type LabRecord, resolveVariant, type Variant, type VariantRefusal } from './lab-variant';
import { memoFor } from './standing-answer';

type Refused = { readonly ok: false; readonly refusal: VariantRefusal | Unsearchable };

/** A search that is found sensible and may go on. */
export interface Search {
  readonly ok: true;
  /** Goes on in slices, telling how far it is, until it is done or given up. */
  readonly run: (told: (progress: Progress) => void, signal: AbortSignal) => Promise<Smallest>;
}

/** The findings of a variant that may be cleared or caught, as an actor may see the record. */
export async function smallestChoices(asked: SmallestAddress, actor: Actor) {
  const found = await resolveVariant(asked, actor);
  if (!found.ok) return found;
  const { record, variant } = found;
  const stretches = await stretchesOf(record.incidents, variant.setting);
  const choices = await sliced(choicesOf(stretches, variant, asked.want));
  return { ok: true as const, record, variant, ...choices };
}

const begunBy = (asked: SmallestAddress, { base, pact, setting, changes }: Variant) => ({
  ...{ base, pact, setting, changes },
  from: asked.from,
});

async function columnsFor({ incidents }: LabRecord, { setting }: Variant, asked: SmallestAddress) {
  const named = new Set(asked.findings.map(({ incident }) => incident));
  const own = columnsOf(
    incidents.filter(({ id }) => named.has(id)),
    setting,
    memoFor(setting),
  );
  return { own, stretches: await stretchesOf(incidents, setting) };
}

/** Begins the search for the least change that clears, or catches, chosen findings; nothing of it is kept. */
export async function searchSmallest(
  asked: SmallestAddress,
  actor: Actor,
): Promise<Search | Refused> {
  const found = await resolveVariant(asked, actor);
  if (!found.ok) return found;
  const { record, variant } = found;
  const { own, stretches } = await columnsFor(record, variant, asked);
  const begun = begunBy(asked, variant);
  const search = smallestChange(own, stretches, begun, { ...asked, targets: asked.findings });
  // Whatever is refused is refused before the first pause.
  const first = search.next();
  if (first.done === true && !first.value.ok) return first.value;
  return {
    ok: true,
    run: async (told, signal) => {
      const answer =
        first.done === true ? first.value : await sliced(search, { signal, onStep: told });
      if (!answer.ok) throw new Error(answer.refusal.message);
      return answer.found;
    },
  };
}
