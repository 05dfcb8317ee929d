'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { SidePanel } from '@/components/side-panel';
import { read, refusalWords } from '@/components/standing/api';
import findings from '@/components/standing/findings-list.module.css';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { CaseFlip } from '@/domain/lab/case-flip';
import type { NumberCases } from '@/domain/lab/number-cases';
import { stateName } from '@/domain/states';
import {
  type CaseOpen,
  type NumberOpen,
  numberFragment,
  numberIn,
  type StandingOpen,
  standingFragment,
  standingIn,
} from './cell';
import classes from './compare.module.css';
import { leaveFragment, useFragment } from './use-fragment';

const CaseList = dynamic(() => import('./case-list').then((module) => module.CaseList));
const BothSteps = dynamic(() => import('./both-why').then((module) => module.BothSteps));

interface Pair {
  readonly a: string | null;
  readonly b: string | null;
}

/** A number that is open: what it is called, what the server is asked, and how its findings are named. */
interface Opened {
  /** The list in words. */
  readonly title: string;
  readonly parameters: Readonly<Record<string, string | null>>;
  /** The finding of it that was asked about; null: the list. */
  readonly asked: CaseOpen | null;
  readonly fragmentOf: (one: CaseOpen | null) => string;
  /** The clauses under which a finding is judged; null: those under which it counts. */
  readonly pair: Pair | null;
  /** Where the findings count; absent: under either side. */
  readonly counted?: string;
}

const titleOf = ({ title, accused }: CaseFlip): string => `Why: ${title}, ${stateName(accused)}`;

function addressOf({ parameters }: Opened, query: string): string {
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parameters)) if (value !== null) all.set(name, value);
  return `/api/v1/lab/compare/cases?${all}`;
}

/** The clauses under which a finding is judged; null: they are not known before the list is. */
const clausesOf = ({ pair }: Opened, one: CaseFlip | undefined): Pair | null =>
  pair ?? (one === undefined ? null : { a: one.clauseA, b: one.clauseB });

interface OpenProps {
  readonly number: Opened;
  readonly query: string;
}

function Listed({ number, cases }: { readonly number: Opened; readonly cases: NumberCases }) {
  const { fragmentOf, counted } = number;
  return (
    <CaseList
      cases={cases}
      sides={['Under A', 'Under B']}
      state={stateName}
      {...(counted === undefined ? {} : { counted })}
      heading={(row) => (
        <a href={`#${fragmentOf(row)}`} className={findings.title}>
          {row.title}
        </a>
      )}
    />
  );
}

function OpenNumber({ number, query }: OpenProps) {
  const { title, asked, fragmentOf } = number;
  const address = addressOf(number, query);
  const { data, error, isError, refetch } = useQuery({
    queryKey: ['number cases', address],
    queryFn: ({ signal }) => read<NumberCases>(address, signal),
  });
  const one = data?.rows.find(
    ({ incident, accused }) => incident === asked?.incident && accused === asked.accused,
  );
  const clauses = clausesOf(number, one);
  const isGone = asked !== null && clauses === null;
  return (
    <SidePanel
      title={asked === null ? title : one === undefined ? 'Why' : titleOf(one)}
      onClose={leaveFragment}
      back={asked === null ? null : <a href={`#${fragmentOf(null)}`}>← Back to the list</a>}
    >
      {asked !== null && clauses !== null ? (
        <BothSteps of={{ ...asked, clauseA: clauses.a, clauseB: clauses.b }} query={query} />
      ) : data !== undefined && isGone ? (
        <p>This finding is not among those listed: the record or the sides have changed since.</p>
      ) : data !== undefined ? (
        <Listed number={number} cases={data} />
      ) : isError ? (
        <p role="alert">
          The findings behind this number could not be listed. {refusalWords(error)}{' '}
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

function ofMatrix({ case: asked, ...number }: NumberOpen, pair: Pair): Opened {
  const { verdict, party } = number;
  const clauses = [...new Set([pair.a, pair.b])].filter((id) => id !== null).join(' / ');
  return {
    title: `${VERDICT_WORDS[verdict]}: clause ${clauses}, ${stateName(party)}`,
    parameters: { clause: pair.a, bClause: pair.b, party, verdict },
    fragmentOf: (one) => numberFragment({ ...number, case: one }),
    ...{ asked, pair },
  };
}

function ofStanding({ case: asked, ...number }: StandingOpen): Opened {
  const { side, verdict, party } = number;
  const counted = `under ${side.toUpperCase()}`;
  return {
    title: `${VERDICT_WORDS[verdict]}: ${stateName(party)}, ${counted}`,
    parameters: { side, party, verdict },
    fragmentOf: (one) => standingFragment({ ...number, case: one }),
    ...{ asked, pair: null, counted },
  };
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
      <OpenNumber number={ofMatrix(number, pair)} query={query} />
    </div>
  );
}

/** The findings behind the count of a party that the address names, below its table. */
export function StandingPanel({ query }: Pick<Props, 'query'>) {
  const number = standingIn(useFragment());
  if (number === null) return null;
  return (
    <div className={`${classes.whole} no-print`}>
      <OpenNumber number={ofStanding(number)} query={query} />
    </div>
  );
}
