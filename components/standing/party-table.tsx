import { useState } from 'react';
import { type Column, DataTable } from '@/components/data-table';
import { countOf, formatNumber, formatPercent } from '@/components/format';
import type { StandingLine } from '@/domain/standing-view';
import { FINDING_WORDS } from './finding-words';
import { standingFigure } from './headline';
import type { Ask } from './open';
import { useStateName } from './state-names';

interface Props {
  readonly lines: readonly StandingLine[];
  readonly total: number;
  readonly onAsk: (ask: Ask) => void;
}

function Table({ lines, onAsk }: Omit<Props, 'total'>) {
  const state = useStateName();
  const columns: Column<StandingLine>[] = [
    {
      id: 'party',
      header: 'Party',
      rowHeader: true,
      sort: ({ party }) => state(party),
      cell: ({ party }) => state(party),
    },
    {
      id: 'word',
      header: 'Finding',
      sort: ({ word }) => FINDING_WORDS[word].word,
      cell: ({ word }) => FINDING_WORDS[word].word,
    },
    {
      id: 'standing',
      header: 'Standing',
      numeric: true,
      sort: ({ high }) => high,
      cell: (line) => (
        <button
          type="button"
          className="link-button"
          aria-label={`${standingFigure(line) ?? 'unknown'}: why, ${state(line.party)}`}
          onClick={() => onAsk({ what: 'number', party: line.party })}
        >
          {standingFigure(line) ?? 'unknown'}
        </button>
      ),
    },
    {
      id: 'nobody',
      header: 'Not attributable',
      numeric: true,
      sort: ({ counts }) => counts.NOT_ATTRIBUTABLE,
      cell: ({ counts }) => formatNumber(counts.NOT_ATTRIBUTABLE),
    },
    {
      id: 'met',
      header: 'Duty met',
      numeric: true,
      sort: ({ counts }) => counts.DISCHARGED,
      cell: ({ counts }) => formatNumber(counts.DISCHARGED),
    },
    {
      id: 'monitored',
      header: 'Monitored',
      numeric: true,
      sort: ({ basis }) => basis.monitored,
      cell: ({ basis }) => formatPercent(basis.monitored),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={lines}
      rowKey={({ party }) => party}
      caption="Parties without a finding"
      captionHidden
    />
  );
}

/** The parties without a finding in a pact of many, folded into a table that is made when opened. */
export function PartyTable({ lines, total, onAsk }: Props) {
  const [open, setOpen] = useState(false);
  const unable = lines.filter(({ word }) => word === 'UNABLE_TO_CONCLUDE').length;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {countOf(lines.length, 'other party', 'other parties')} of {formatNumber(total)}: no
        violation, nothing pending or disputed
        {unable > 0
          ? `; for ${formatNumber(unable)} of them too little was looked for to conclude`
          : ''}
      </summary>
      {open ? <Table lines={lines} onAsk={onAsk} /> : null}
    </details>
  );
}
