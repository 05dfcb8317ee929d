'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { recordHref } from '@/components/record-href';
import { SidePanel } from '@/components/side-panel';
import { refusalWords } from '@/components/standing/api';
import { useStateName } from '@/components/standing/state-names';
import { WhySteps } from '@/components/why-panel';
import { type CaseKey, type LabPact, tracesQueryOptions } from './api';
import classes from './lab.module.css';
import type { Moved } from './params';

interface TracesProps {
  readonly pact: LabPact;
  readonly moved: Moved;
  readonly caseKey: CaseKey;
}

/** Both ways of judging one finding, with every test on the way. */
export function Traces({ pact, moved, caseKey }: TracesProps) {
  const { data, error, isError } = useQuery(tracesQueryOptions(pact, moved, caseKey));
  if (data === undefined)
    return (
      <p role="status">
        {isError
          ? `The steps of this finding could not be read. ${refusalWords(error)}`
          : 'Reading the steps of both findings…'}
      </p>
    );
  return (
    <>
      <div className={classes.traces}>
        <section aria-label="Under the text">
          <h3>Under the text</h3>
          <WhySteps explanation={data.before} />
        </section>
        <section aria-label="Under the variant">
          <h3>Under the variant</h3>
          <WhySteps explanation={data.after} />
        </section>
      </div>
      <p>
        <Link href={recordHref(caseKey.incident)}>Open the whole record</Link>
      </p>
    </>
  );
}

interface Props extends TracesProps {
  readonly onClose: () => void;
}

/** One finding judged twice, side by side: under the text and under the variant. */
export function TracesPanel({ onClose, ...asked }: Props) {
  const { pact, moved, caseKey } = asked;
  const { data } = useQuery(tracesQueryOptions(pact, moved, caseKey));
  const state = useStateName();
  const title =
    data === undefined
      ? `Why: clause ${caseKey.clause}, ${state(caseKey.accused)}`
      : `Why it turns: ${data.title}`;
  return (
    <SidePanel title={title} onClose={onClose}>
      <Traces {...asked} />
    </SidePanel>
  );
}
