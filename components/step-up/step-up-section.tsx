'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Done } from '@/components/account/notice';
import { Section } from '@/components/section';
import type { StepUpState } from '@/domain/step-up';
import { Enrol } from './enrol';
import { KeepStepUp } from './keep-step-up';
import { RecoveryCodes } from './recovery-codes';
import { STEP_UP_KEY, useStepUpState } from './step-up-state';

/** Step-up codes on the account page: set up, kept, removed. */
export function StepUpSection({ initial }: { readonly initial: StepUpState }) {
  const queries = useQueryClient();
  const { data: state = initial } = useStepUpState(initial);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [done, setDone] = useState('');
  const changed = async (words: string, recoveryCodes: readonly string[] | null) => {
    setCodes(recoveryCodes);
    setDone(words);
    await queries.invalidateQueries({ queryKey: STEP_UP_KEY });
  };
  return (
    <Section
      id="step-up"
      title="Step-up codes"
      note="A vote or a publication is confirmed with a code of an authenticator app, sent along with the act and accepted once."
    >
      <Done>{done}</Done>
      {codes === null ? null : <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {state.enrolledAt !== null ? (
        <KeepStepUp
          state={state}
          onRenewed={(made) => changed('The recovery codes before these are void.', made)}
          onRemoved={() => changed('Step-up codes are removed.', null)}
        />
      ) : codes !== null ? null : (
        <Enrol
          asksPassword={state.asksPassword}
          onEnrolled={(made) => changed('Step-up codes are set up.', made)}
        />
      )}
    </Section>
  );
}
