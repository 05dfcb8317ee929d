'use client';

import { useQuery } from '@tanstack/react-query';
import { SidePanel } from '@/components/side-panel';
import { WhyPanel } from '@/components/why-panel';
import type { StandingView } from '@/domain/standing-view';
import { explanationQueryOptions } from './api';
import { behind } from './behind';
import { FindingsList } from './findings-list';
import { NumberNote } from './number-note';
import type { FindingKey, Open } from './open';
import { useStateName } from './state-names';

interface Props {
  readonly view: StandingView;
  readonly open: Open;
  readonly why: FindingKey | null;
  readonly onExplain: (finding: FindingKey | null) => void;
  readonly onClose: () => void;
}

function Why({ view, open, why, onExplain, onClose }: Props & { readonly why: FindingKey }) {
  const query = useQuery(explanationQueryOptions(view.filter, why));
  const state = useStateName();
  const listed = [...view.confidence.rows, ...view.clocks.rows];
  const name = listed.find(({ incident }) => incident === why.incident)?.title;
  const title = `Why: ${name ?? `clause ${why.clause}, ${state(why.accused)}`}`;
  const back =
    open.ask.what === 'finding' ? null : (
      <button type="button" className="quiet-button" onClick={() => onExplain(null)}>
        ← Back to the list
      </button>
    );
  if (query.data !== undefined)
    return <WhyPanel explanation={query.data} title={title} onClose={onClose} back={back} />;
  return (
    <SidePanel title={title} onClose={onClose} back={back}>
      <p role="status">
        {query.isError
          ? 'The steps of this finding could not be read. Close this panel and open it again; if it still fails, the finding may lie outside the records you may see.'
          : 'Reading the steps of this finding…'}
      </p>
    </SidePanel>
  );
}

/** What was asked for, beside the place it was asked at: a list of findings, or one with its trace. */
export function OpenPanel(props: Props) {
  const { view, open, why, onExplain, onClose } = props;
  const state = useStateName();
  if (why !== null) return <Why {...props} why={why} />;
  const list = behind(open.ask, view, state);
  const { ask } = open;
  const line =
    ask.what === 'number' ? view.standings.find(({ party }) => party === ask.party) : undefined;
  if (list === null) return null;
  return (
    <SidePanel title={list.title} onClose={onClose}>
      {line === undefined ? null : <NumberNote line={line} />}
      <FindingsList key={list.title} list={list} onFinding={onExplain} />
    </SidePanel>
  );
}
