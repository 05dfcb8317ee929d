'use client';

import dynamic from 'next/dynamic';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Column, DataTable } from '@/components/data-table';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_ORDER } from '@/components/verdict-words';
import { type CaseFlip, countsFor } from '@/domain/lab/case-flip';
import { stateName } from '@/domain/states';
import type { Verdict } from '@/domain/verdict';
import { type Cell, cellFragment, cellIn } from './cell';
import { useFragment } from './use-fragment';

/** What one side says of a case; verdict null: it has no such clause or party. */
export interface Said {
  readonly verdict: Verdict | null;
  readonly rule: string | null;
  readonly words: string;
}

/** A flip as a row. */
export interface FlipLine {
  readonly key: string;
  /** Place of its clauses among the pairs. */
  readonly pair: number;
  readonly incident: string;
  readonly title: string;
  readonly began: string;
  /** The same as a day: what it is sorted by. */
  readonly day: string;
  readonly clauseA: string | null;
  readonly clauseB: string | null;
  readonly accused: string;
  readonly party: CaseFlip['party'];
  /** Name of the accused. */
  readonly who: string;
  readonly a: Said;
  readonly b: Said;
}

const BothWhyPanel = dynamic(() => import('./both-why').then((module) => module.BothWhyPanel));

function Verdicts({ said }: { readonly said: Said }) {
  return (
    <>
      {said.verdict === null ? null : <VerdictMark verdict={said.verdict} word />}
      <div className="muted small">
        {said.rule === null ? '' : `${said.rule}: `}
        {said.words}
      </div>
    </>
  );
}

const rankOf = ({ verdict }: Said): number => VERDICT_ORDER.indexOf(verdict ?? 'NOT_COVERED');
const clauseOf = ({ clauseA, clauseB }: FlipLine): string =>
  clauseA === clauseB || clauseB === null || clauseA === null
    ? `${clauseA ?? clauseB}`
    : `${clauseA} / ${clauseB}`;

const columnsFor = (open: (flip: FlipLine) => void): readonly Column<FlipLine>[] => [
  {
    ...{ id: 'incident', header: 'Incident', rowHeader: true, sort: ({ title }) => title },
    cell: (flip) => (
      <button type="button" className="link-button" onClick={() => open(flip)}>
        {flip.title}
      </button>
    ),
  },
  { id: 'began', header: 'Began', sort: ({ day }) => day, cell: ({ began }) => began },
  { id: 'clause', header: 'Clause', sort: clauseOf, cell: clauseOf },
  { id: 'accused', header: 'Accused', sort: ({ who }) => who, cell: ({ who }) => who },
  {
    id: 'a',
    header: 'Under A',
    sort: ({ a }) => rankOf(a),
    cell: ({ a }) => <Verdicts said={a} />,
  },
  {
    id: 'b',
    header: 'Under B',
    sort: ({ b }) => rankOf(b),
    cell: ({ b }) => <Verdicts said={b} />,
  },
];

interface Props {
  readonly flips: readonly FlipLine[];
  readonly query: string;
}

/** The cell of the matrix whose number was asked about, if the address names one. */
function useCell(flips: readonly FlipLine[]) {
  const fragment = useFragment();
  return useMemo(() => {
    const cell = cellIn(fragment);
    if (cell === null) return null;
    const rows = flips.filter((flip) => flip.pair === cell.pair && countsFor(cell.party, flip));
    return rows.length === 0 ? null : { cell, rows };
  }, [fragment, flips]);
}

/** Says that the table is of one cell, and leads back to all. */
function OfOneCell({ cell, rows }: { readonly cell: Cell; readonly rows: readonly FlipLine[] }) {
  const [first] = rows;
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'center' });
    line.current?.focus({ preventScroll: true });
  }, []);
  return (
    <p ref={line} id={cellFragment(cell)} tabIndex={-1}>
      <strong>
        Clause {first === undefined ? '' : clauseOf(first)}, {stateName(cell.party)}
      </strong>
      : {rows.length} of the findings that turn. <a href="#flips">Show all</a>
    </p>
  );
}

/** Findings that the two judge otherwise, or those of one cell; each opens both traces below the table. */
export function Flips({ flips, query }: Props) {
  const [open, setOpen] = useState<FlipLine | null>(null);
  const asked = useCell(flips);
  return (
    <>
      {asked === null ? null : <OfOneCell key={cellFragment(asked.cell)} {...asked} />}
      <DataTable
        columns={columnsFor(setOpen)}
        rows={asked?.rows ?? flips}
        rowKey={({ key }) => key}
        caption="Findings that A and B judge otherwise; each opens both traces"
        captionHidden
      />
      {open === null ? null : (
        <BothWhyPanel flip={open} query={query} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
