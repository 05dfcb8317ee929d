import type { Metadata } from 'next';
import { type Asked, questionIn } from '@/app/asked';
import { AddressRefusal } from '@/components/address-refusal';
import { ComparePage } from '@/components/compare/compare-page';
import { changeWords } from '@/domain/lab/change-words';
import { compareFirst } from '@/domain/lab/compare-address';
import { FLIPS_SHOWN } from '@/domain/lab/compare-view';
import { actorFrom } from '@/server/actor';
import { compareSides, sideOptions } from '@/server/compare';

export const metadata: Metadata = { title: 'Compare two pacts · Servanda' };

const FIRST = { href: '/lab/compare', label: 'Compare from the start' } as const;

export default async function Page({ searchParams }: { readonly searchParams: Asked }) {
  const asked = await questionIn(compareFirst, searchParams);
  if (!asked.ok) return <AddressRefusal faults={asked.faults} {...FIRST} />;
  const compared = await compareSides(asked.value, await actorFrom());
  if (!compared.ok) return <AddressRefusal faults={[compared.refusal.message]} {...FIRST} />;
  const { view, record, bases } = compared;
  const movedIn = (side: 'a' | 'b') =>
    view[side].changes.map((change) => ({ change, words: changeWords(bases[side], change) }));
  return (
    <ComparePage
      asked={asked.value}
      options={sideOptions(record)}
      moved={{ a: movedIn('a'), b: movedIn('b') }}
      view={{ ...view, flips: view.flips.slice(0, FLIPS_SHOWN) }}
      withheld={record.withheld}
    />
  );
}
