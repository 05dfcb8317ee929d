'use client';

import Link from 'next/link';
import { type Column, DataTable } from '@/components/data-table';
import { formatRange } from '@/components/format';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_ORDER } from '@/components/verdict-words';
import type { CoverageCode } from '@/domain/coverage';
import { stateName } from '@/domain/states';
import type { Verdict } from '@/domain/verdict';
import { COVERAGE_WORDS, flagWords } from './words';

/** A finding as a row: one clause, one accused state. */
export interface FindingLine {
  readonly href: string;
  readonly chosen: boolean;
  readonly pact: string;
  readonly hypothetical: boolean;
  readonly clause: string;
  readonly accused: string | null;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly failed: CoverageCode | null;
  readonly flags: readonly string[];
  readonly link: readonly [lower: number, upper: number];
  readonly state: readonly [lower: number, upper: number];
}

const whyWords = ({ verdict, failed, flags }: FindingLine): string =>
  [
    ...(verdict === 'NOT_COVERED'
      ? [failed === null ? 'the incident was retracted' : COVERAGE_WORDS[failed]]
      : []),
    ...flags.map(flagWords),
  ].join('; ');

const COLUMNS: readonly Column<FindingLine>[] = [
  {
    id: 'pact',
    header: 'Pact and clause',
    rowHeader: true,
    sort: ({ pact, clause }) => `${pact} ${clause}`,
    cell: ({ href, pact, clause, hypothetical, chosen }) => (
      <Link href={href} aria-current={chosen ? 'true' : undefined}>
        {pact}, clause {clause}
        {hypothetical ? ' (hypothetical)' : ''}
      </Link>
    ),
  },
  {
    id: 'accused',
    header: 'Accused',
    sort: ({ accused }) => accused ?? '',
    cell: ({ accused }) => (accused === null ? 'no state' : stateName(accused)),
  },
  {
    id: 'verdict',
    header: 'Verdict',
    sort: ({ verdict }) => VERDICT_ORDER.indexOf(verdict),
    cell: ({ verdict }) => <VerdictMark verdict={verdict} word />,
  },
  { id: 'rule', header: 'Rule', cell: ({ rule }) => rule },
  { id: 'why', header: 'Note', cell: whyWords },
  {
    id: 'link',
    header: 'Link',
    numeric: true,
    sort: ({ link: [lower] }) => lower,
    cell: ({ link: [lower, upper] }) => formatRange(lower, upper, 2),
  },
  {
    id: 'state',
    header: 'State',
    numeric: true,
    sort: ({ state: [lower] }) => lower,
    cell: ({ state: [lower, upper] }) => formatRange(lower, upper, 2),
  },
];

const keyOf = ({ pact, clause, accused }: FindingLine) => `${pact} ${clause} ${accused}`;

interface Props {
  readonly covered: readonly FindingLine[];
  readonly outside: readonly FindingLine[];
}

/** Findings under every pact: those that apply, then, folded, where no clause covers the incident. */
export function FindingsTable({ covered, outside }: Props) {
  return (
    <>
      <DataTable
        columns={COLUMNS}
        rows={covered}
        rowKey={keyOf}
        caption="Findings under clauses that cover the incident; each opens its reasons"
        sortedBy={{ id: 'verdict', desc: false }}
        empty="No clause covers this incident on this day."
      />
      {outside.length === 0 ? null : (
        <details>
          <summary>{outside.length} clauses that do not cover it, each with the reason</summary>
          <DataTable
            columns={COLUMNS}
            rows={outside}
            rowKey={keyOf}
            caption="Clauses that do not cover the incident"
          />
        </details>
      )}
    </>
  );
}
