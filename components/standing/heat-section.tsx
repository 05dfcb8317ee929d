'use client';

import { useCallback } from 'react';
import { HeatTable, heatCsv } from '@/components/charts/heat-table';
import { EmptyState } from '@/components/empty-state';
import { Section } from '@/components/section';
import { takingOf } from '@/components/taking';
import type { StandingView } from '@/domain/standing-view';
import { usePanel } from './use-panel';

interface Props {
  readonly view: StandingView;
  readonly sources: string;
}

const NOTE = 'Marks and numbers of findings; a dot is none on record.';

/** What: clause by year. */
export function HeatSection({ view, sources }: Props) {
  const { heat, pact, filter } = view;
  const { panel, ask } = usePanel(view, 'heat');
  const onCell = useCallback(
    (clause: string, year: number) => ask({ what: 'cell', clause, year }),
    [ask],
  );
  return (
    <Section
      id="heat"
      title="What: clause by year"
      note={NOTE}
      csv={() => heatCsv(heat)}
      taking={takingOf(view, NOTE)}
      sources={sources}
      panel={panel}
    >
      {heat.clauses.length === 0 || heat.years.length === 0 ? (
        <EmptyState title="No clause to test">
          The clauses of this pact say what the parties will do together and forbid no conduct that
          an incident could be held against.
        </EmptyState>
      ) : (
        <HeatTable
          heat={heat}
          clauses={pact.clauses}
          signed={filter.counting === 'signed'}
          onCell={onCell}
        />
      )}
    </Section>
  );
}
