'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { SidePanel } from '@/components/side-panel';
import { read } from '@/components/standing/api';
import findings from '@/components/standing/findings-list.module.css';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { CaseFlip } from '@/domain/lab/case-flip';
import type { NumberCases } from '@/domain/lab/number-cases';
import { stateName } from '@/domain/states';
import { type NumberOpen, numberFragment, numberIn } from './cell';
import classes from './compare.module.css';
import { leaveFragment, useFragment } from './use-fragment';

const CaseList = dynamic(() => import('./case-list').then((module) => module.CaseList));
const BothSteps = dynamic(() => import('./both-why').then((module) => module.BothSteps));

interface Pair {
  readonly a: string | null;
  readonly b: string | null;
}

function addressOf({ party, verdict }: NumberOpen, { a, b }: Pair, query: string): string {
  const parameters = new URLSearchParams(query);
  if (a !== null) parameters.set('clause', a);
  if (b !== null) parameters.set('bClause', b);
  parameters.set('party', party);
  parameters.set('verdict', verdict);
  return `/api/v1/lab/compare/cases?${parameters}`;
}

interface OpenProps {
  readonly number: NumberOpen;
  readonly pair: Pair;
  readonly query: string;
}

const titleOf = ({ title, accused }: CaseFlip): string => `Why: ${title}, ${stateName(accused)}`;

function OpenNumber({ number, pair, query }: OpenProps) {
  const address = addressOf(number, pair, query);
  const { data, isError, refetch } = useQuery({
    queryKey: ['number cases', address],
    queryFn: ({ signal }) => read<NumberCases>(address, signal),
  });
  const { verdict, party, case: asked } = number;
  const clauses = [...new Set([pair.a, pair.b])].filter((id) => id !== null).join(' / ');
  const list = `${VERDICT_WORDS[verdict]}: clause ${clauses}, ${stateName(party)}`;
  const one = data?.rows.find(
    ({ incident, accused }) => incident === asked?.incident && accused === asked.accused,
  );
  const linkTo = ({ incident, accused }: CaseFlip): string =>
    `#${numberFragment({ ...number, case: { incident, accused } })}`;
  return (
    <SidePanel
      title={asked === null ? list : one === undefined ? 'Why' : titleOf(one)}
      onClose={leaveFragment}
      back={
        asked === null ? null : (
          <a href={`#${numberFragment({ ...number, case: null })}`}>← Back to the list</a>
        )
      }
    >
      {asked !== null ? (
        <BothSteps of={{ ...asked, clauseA: pair.a, clauseB: pair.b }} query={query} />
      ) : data !== undefined ? (
        <CaseList
          cases={data}
          sides={['Under A', 'Under B']}
          state={stateName}
          heading={(row) => (
            <a href={linkTo(row)} className={findings.title}>
              {row.title}
            </a>
          )}
        />
      ) : isError ? (
        <p role="alert">
          The findings behind this number could not be read.{' '}
          <button type="button" className="link-button" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      ) : (
        <p role="status">Reading the findings…</p>
      )}
    </SidePanel>
  );
}

interface Props {
  /** The comparison as an address. */
  readonly query: string;
  /** Ids of the clauses that stand for each other, in the order of the matrix. */
  readonly pairs: readonly Pair[];
}

/** The findings behind the number of the matrix that the address names, below the matrix. */
export function NumberPanel({ query, pairs }: Props) {
  const number = numberIn(useFragment());
  const pair = number === null ? undefined : pairs[number.pair];
  if (number === null || pair === undefined) return null;
  return (
    <div className={`${classes.whole} no-print`}>
      <OpenNumber number={number} pair={pair} query={query} />
    </div>
  );
}
