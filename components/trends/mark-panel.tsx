'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { recordHref } from '@/components/record-href';
import { SidePanel } from '@/components/side-panel';
import { explanationQueryOptions } from '@/components/standing/api';
import type { Behind } from '@/components/standing/behind';
import { FindingsList } from '@/components/standing/findings-list';
import type { FindingKey } from '@/components/standing/open';
import { useStateName } from '@/components/standing/state-names';
import { WhySteps } from '@/components/why-panel';
import { ClaimShares } from './claim-shares';
import { useFrame } from './frame';

interface Props {
  readonly list: Behind | null;
  readonly why: FindingKey | null;
  readonly onExplain: (finding: FindingKey | null) => void;
  readonly onClose: () => void;
}

function Why({ list, why, onExplain, onClose }: Props & { readonly why: FindingKey }) {
  const { head } = useFrame();
  const { data, isError } = useQuery(explanationQueryOptions(head.filter, why));
  const state = useStateName();
  const back =
    list === null ? null : (
      <button type="button" className="quiet-button" onClick={() => onExplain(null)}>
        ← Back to the list
      </button>
    );
  return (
    <SidePanel
      title={`Why: clause ${why.clause}, ${state(why.accused)}`}
      onClose={onClose}
      back={back}
    >
      {data === undefined ? (
        <p role="status">
          {isError
            ? 'The steps of this finding could not be read. Close this panel and open it again; if it still fails, the finding may lie outside the records you may see.'
            : 'Reading the steps of this finding…'}
        </p>
      ) : (
        <>
          <ClaimShares explained={data} />
          <WhySteps explanation={data} />
          <p>
            <Link href={recordHref(why.incident)}>Open the whole record</Link>
          </p>
        </>
      )}
    </SidePanel>
  );
}

/** The incidents behind a mark with what each adds to it, or one of them with every test on the way. */
export function MarkPanel(props: Props) {
  const { list, why, onExplain, onClose } = props;
  if (why !== null) return <Why {...props} why={why} />;
  if (list === null) return null;
  return (
    <SidePanel title={list.title} onClose={onClose}>
      <FindingsList key={list.title} list={list} onFinding={onExplain} />
    </SidePanel>
  );
}
