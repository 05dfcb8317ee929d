'use client';

import Link from 'next/link';
import { memo, useState } from 'react';
import { EmptyState } from '@/components/empty-state';
import { countOf, formatDated, formatNumber } from '@/components/format';
import { recordHref } from '@/components/record-href';
import { ShowMore } from '@/components/show-more';
import { useStateName } from '@/components/standing/state-names';
import { FigureTable } from '@/components/trends/figure-table';
import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { LabAnswer } from '@/domain/lab/answer';
import type { Flip } from '@/domain/lab/flips';
import type { CaseKey, LabPact } from './api';
import { flipRows } from './flip-rows';
import classes from './lab.module.css';
import { LabChart } from './lab-frame';
import type { Moved } from './params';
import { TracesPanel } from './traces-panel';

interface Props {
  readonly answer: LabAnswer;
  readonly pact: LabPact;
  readonly moved: Moved;
  /** The list is being asked for anew. */
  readonly isBusy: boolean;
  readonly open: CaseKey | null;
  readonly onOpen: (key: CaseKey | null) => void;
}

const STEP = 25;

const keyOf = ({ incident, clause, accused }: CaseKey): string =>
  `${incident} ${clause} ${accused}`;

function Row({ flip, onOpen }: { readonly flip: Flip; readonly onOpen: Props['onOpen'] }) {
  const state = useStateName();
  return (
    <li className={classes.flip} data-flip={keyOf(flip)} data-from={flip.from} data-to={flip.to}>
      <button type="button" className="link-button" onClick={() => onOpen(flip)}>
        {flip.title}
      </button>
      <p className={classes.turn}>
        <VerdictMark verdict={flip.from} word />
        <span aria-hidden="true">→</span>
        <span className="visually-hidden">becomes</span>
        <VerdictMark verdict={flip.to} word />
        <span className="muted">{flip.reason}</span>
      </p>
      <p className="muted small">
        {state(flip.accused)} · clause {flip.clause} · {formatDated(flip.started)} · severity{' '}
        {flip.severity} · rule {flip.fromRule} → {flip.toRule} ·{' '}
        <Link href={recordHref(flip.incident)} prefetch={false}>
          record
        </Link>
      </p>
    </li>
  );
}

const NOTE =
  'Every finding whose verdict turns between the text and the variant, the gravest first. Each opens both ways of judging it side by side.';

function List({
  flips: { rows, total },
  onOpen,
}: {
  readonly flips: LabAnswer['flips'];
  readonly onOpen: Props['onOpen'];
}) {
  const [limit, setLimit] = useState(STEP);
  return (
    <>
      <p>
        {countOf(total, 'finding turns', 'findings turn')}.
        {total > rows.length
          ? ` The ${formatNumber(rows.length)} gravest are listed; the file has them all.`
          : ''}
      </p>
      <ol className={classes.flips}>
        {rows.slice(0, limit).map((flip) => (
          <Row key={keyOf(flip)} flip={flip} onOpen={onOpen} />
        ))}
      </ol>
      <ShowMore total={rows.length} shown={limit} step={STEP} onMore={setLimit} />
    </>
  );
}

/** The findings that turn: what, for whom, from what to what, and why. */
export const FlipsSection = memo(function FlipsSection(props: Props) {
  const { answer, pact, moved, isBusy, open, onOpen } = props;
  const state = useStateName();
  const { flips, head, unsaved } = answer;
  const { rows, total } = flips;
  const table = [
    ['incident', 'clause', 'accused', 'from', 'to', 'why'],
    ...rows.map((flip) => [
      ...[flip.title, flip.clause, state(flip.accused)],
      ...[VERDICT_WORDS[flip.from], VERDICT_WORDS[flip.to], flip.reason],
    ]),
  ];
  return (
    <LabChart
      id="flips"
      title="What turns"
      note={NOTE}
      table={
        <FigureTable
          caption="Findings that turn"
          rows={table}
          onRow={(at) => onOpen(rows[at] ?? null)}
          empty="Nothing turns."
        />
      }
      rows={() => flipRows(rows)}
      panel={
        open === null ? null : (
          <TracesPanel pact={pact} moved={moved} caseKey={open} onClose={() => onOpen(null)} />
        )
      }
    >
      <div aria-busy={isBusy} className={classes.busy}>
        <p className="visually-hidden" role="status">
          {isBusy ? 'Looking for what turns…' : countOf(total, 'finding turns', 'findings turn')}
        </p>
        {total > 0 ? (
          <List flips={flips} onOpen={onOpen} />
        ) : (
          <EmptyState title={unsaved ? 'Nothing turns' : 'As in the text'}>
            {head.corpus.incidents === 0
              ? 'No incident is on record that you may see: nothing can turn until one is logged.'
              : unsaved
                ? 'No finding has another verdict under this variant. Move further, or move another number.'
                : 'Take hold of a slider: the findings whose verdict turns are listed here when it is let go.'}
          </EmptyState>
        )}
      </div>
    </LabChart>
  );
});
