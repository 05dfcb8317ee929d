'use client';

import { Section } from '@/components/section';
import { takingOf } from '@/components/taking';
import type { StandingView } from '@/domain/standing-view';
import { Clocks, clocksCsv } from './clocks';
import { usePanel } from './use-panel';

interface Props {
  readonly view: StandingView;
  readonly sources: string;
}

const NOTE =
  'A state that was told, or must have known, has a dated time to act. Inaction is a fact with a date.';

/** Clocks: who had to act by when. */
export function ClocksSection({ view, sources }: Props) {
  const { panel, onFinding } = usePanel(view, 'clocks');
  return (
    <Section
      id="clocks"
      title="Clocks: who had to act by when"
      note={NOTE}
      csv={() => clocksCsv(view.clocks)}
      taking={takingOf(view, NOTE)}
      sources={sources}
      panel={panel}
    >
      <Clocks clocks={view.clocks} onFinding={onFinding} />
    </Section>
  );
}
