import type { Metadata } from 'next';
import { type Asked, parametersOf, wordsOf } from '@/app/asked';
import { ignoredIn, leaveOut, namesOf } from '@/app/lab/left-out';
import { AddressRefusal } from '@/components/address-refusal';
import { ComparePage } from '@/components/compare/compare-page';
import type { DraftOption } from '@/components/compare/options';
import { formatDay } from '@/components/format';
import { DraftIncomplete } from '@/components/lab/draft-incomplete';
import { LeftOutNote } from '@/components/lab/left-out-note';
import { type Actor, personOf } from '@/domain/actor';
import type { SideAddress } from '@/domain/lab/address';
import { changeWords } from '@/domain/lab/change-words';
import { COMPARE_NAMES, compareFirst } from '@/domain/lab/compare-address';
import { type CompareView, FLIPS_SHOWN, type SideHead } from '@/domain/lab/compare-view';
import { IGNORED } from '@/domain/lab/left-out';
import { parseParameters } from '@/domain/parameters';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { compareSides, sideOptions } from '@/server/compare';
import { type ListedPactDraft, listPactDrafts } from '@/server/pact/drafts';

export const metadata: Metadata = { title: 'Compare two pacts · Servanda' };

const PATH = '/lab/compare';
const UNASKED: ReadonlySet<string> = new Set([IGNORED]);
const FIRST = { href: '/lab/compare', label: 'Compare from the start' } as const;

/** A draft that has become a version is that version. */
const addressOf = (side: SideAddress, { id, version, draft }: SideHead): SideAddress =>
  side.draft === null || draft !== null ? side : { ...side, pact: id, version, draft: null };

/** What stands for a draft where it can be chosen: its title, and when it was saved last. */
const draftLabel = ({ title, savedAt }: ListedPactDraft): string =>
  `${formatDay(savedAt.toISOString())}, ${savedAt.toISOString().slice(11, 16)} UTC: ${title || 'A new pact'}`;

/** The drafts that can be a side: one's own, and those that the address names already. */
async function draftOptions(actor: Actor, { a, b }: CompareView): Promise<DraftOption[]> {
  const person = personOf(actor);
  if (person === null || !mayEver(actor, 'pact_draft.read').allowed) return [];
  const own = (await listPactDrafts(false, person.id)).map((draft) => ({
    ...{ id: draft.id, label: draftLabel(draft) },
  }));
  const named = [a, b].flatMap(({ draft, title }) =>
    draft === null || own.some(({ id }) => id === draft)
      ? []
      : [{ id: draft, label: `${title}, a draft of somebody else` }],
  );
  return [...own, ...new Map(named.map((one) => [one.id, one])).values()];
}

export default async function Page({ searchParams }: { readonly searchParams: Asked }) {
  const parameters = await parametersOf(searchParams);
  const parsed = parseParameters(compareFirst, await parametersOf(searchParams, UNASKED));
  if (!parsed.ok) {
    leaveOut(PATH, parameters, namesOf(parsed.faults), COMPARE_NAMES);
    return <AddressRefusal faults={wordsOf(parsed.faults)} {...FIRST} />;
  }
  const asked = parsed.value;
  const actor = await actorFrom();
  const compared = await compareSides(asked, actor);
  if (!compared.ok && compared.refusal.code === 'incomplete_draft')
    return (
      <DraftIncomplete ids={[asked.a.draft, asked.b.draft]} message={compared.refusal.message} />
    );
  if (!compared.ok) {
    leaveOut(PATH, parameters, [compared.refusal.field], COMPARE_NAMES);
    return <AddressRefusal faults={[compared.refusal.message]} {...FIRST} />;
  }
  const { view, record, bases } = compared;
  const factsOf = (side: 'a' | 'b') => ({
    kind: bases[side].kind,
    clauses: bases[side].clauses.map(({ id }) => id),
    moved: view[side].changes.map((change) => ({
      ...{ change, words: changeWords(bases[side], change) },
    })),
  });
  return (
    <>
      <LeftOutNote names={ignoredIn(parameters)} />
      <ComparePage
        asked={{ ...asked, a: addressOf(asked.a, view.a), b: addressOf(asked.b, view.b) }}
        options={{ pacts: sideOptions(record), drafts: await draftOptions(actor, view) }}
        facts={{ a: factsOf('a'), b: factsOf('b') }}
        view={{ ...view, flips: view.flips.slice(0, FLIPS_SHOWN) }}
        withheld={record.withheld}
      />
    </>
  );
}
