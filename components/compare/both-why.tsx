'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { recordHref } from '@/components/record-href';
import { SidePanel } from '@/components/side-panel';
import { read, refusalWords } from '@/components/standing/api';
import { WhySteps } from '@/components/why-panel';
import type { Explanation } from '@/domain/trace';
import classes from './compare.module.css';
import type { FlipLine } from './flips';

interface BothWhy {
  readonly a: Explanation | null;
  readonly b: Explanation | null;
}

function addressOf({ incident, accused, clauseA, clauseB }: Case, query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set('incident', incident);
  parameters.set('accused', accused);
  if (clauseA !== null) parameters.set('clause', clauseA);
  if (clauseB !== null) parameters.set('bClause', clauseB);
  return `/api/v1/lab/compare/why?${parameters}`;
}

type Case = Pick<FlipLine, 'incident' | 'accused' | 'clauseA' | 'clauseB'>;

interface StepsProps {
  readonly of: Case;
  /** The comparison as an address. */
  readonly query: string;
}

/** Both traces of one case side by side. */
export function BothSteps({ of, query }: StepsProps) {
  const address = addressOf(of, query);
  const { data, error, isError } = useQuery({
    queryKey: ['both why', address],
    queryFn: ({ signal }) => read<BothWhy>(address, signal),
  });
  const sides = [
    ['A', data?.a],
    ['B', data?.b],
  ] as const;
  return (
    <>
      {data === undefined ? (
        <p role="status">
          {isError
            ? `The steps could not be read. ${refusalWords(error)}`
            : 'Reading the steps under both…'}
        </p>
      ) : (
        <div className={classes.both}>
          {sides.map(([letter, why]) => (
            <section key={letter} aria-label={`Under ${letter}`}>
              <h3>Under {letter}</h3>
              {why == null ? (
                <p>
                  {letter} has no such clause, or binds no such party: it finds nothing of this
                  incident here.
                </p>
              ) : (
                <WhySteps explanation={why} />
              )}
            </section>
          ))}
        </div>
      )}
      <p>
        <Link href={recordHref(of.incident)}>Open the whole record</Link>
      </p>
    </>
  );
}

interface Props {
  readonly flip: FlipLine;
  readonly query: string;
  readonly onClose: () => void;
}

/** Why A and B judge one case otherwise: both traces side by side. */
export function BothWhyPanel({ flip, query, onClose }: Props) {
  return (
    <div className={classes.whole}>
      <SidePanel title={`Why: ${flip.title}, ${flip.who}`} onClose={onClose}>
        <BothSteps of={flip} query={query} />
      </SidePanel>
    </div>
  );
}
