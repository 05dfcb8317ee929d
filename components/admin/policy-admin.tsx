'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Done, Refusal } from '@/components/account/notice';
import { send } from '@/components/account/send';
import { Section } from '@/components/section';
import type { Policy } from '@/domain/policy';
import { type PolicyProposal, policyProposalsSchema } from '@/domain/policy-proposal';
import classes from './admin.module.css';
import { PolicyForm } from './policy-form';
import { WaitingChange } from './waiting-change';

interface Props {
  readonly proposals: readonly PolicyProposal[];
  /** The latest version, which a change starts from. */
  readonly base: Policy;
  readonly earliest: string;
  readonly pacts: readonly { readonly id: string; readonly title: string }[];
  readonly me: string;
  readonly mayPropose: boolean;
  readonly mayDecide: boolean;
}

const PATH = '/api/v1/policy/proposals';

async function fetchProposals(): Promise<readonly PolicyProposal[]> {
  const reply = await fetch(PATH);
  if (!reply.ok) throw new Error(`The list of proposals answered ${reply.status}.`);
  return policyProposalsSchema.parse(await reply.json()).proposals;
}

function barredFrom({ proposedBy }: PolicyProposal, me: string, mayDecide: boolean) {
  if (!mayDecide) return 'An admin or the chair decides.';
  return proposedBy.id === me ? 'You proposed this: another admin or the chair decides.' : null;
}

/** Changes that wait, and the form that proposes one. */
export function PolicyAdmin({ proposals: first, base, earliest, pacts, me, ...may }: Props) {
  const queries = useQueryClient();
  const router = useRouter();
  const { data: proposals } = useQuery({
    ...{ queryKey: [PATH], queryFn: fetchProposals, initialData: first },
  });
  const [done, setDone] = useState('');
  const [refusal, setRefusal] = useState({ times: 0, words: '' });
  const waiting = proposals.filter(({ decision }) => decision === null);
  async function changed(words: string) {
    setDone(words);
    await queries.invalidateQueries({ queryKey: [PATH] });
    router.refresh();
  }
  async function decide({ id }: PolicyProposal, accept: boolean, reason: string) {
    const answer = await send('POST', `${PATH}/${id}/decision`, { accept, reason });
    setRefusal(({ times }) => ({
      times: times + 1,
      words: answer.ok ? '' : answer.problem.detail,
    }));
    await changed(
      answer.ok ? (accept ? 'The change is confirmed.' : 'The change is declined.') : '',
    );
  }
  return (
    <>
      <Section id="waiting" title="Waiting for a second person">
        <Done>{done}</Done>
        {refusal.words === '' ? null : (
          <Refusal key={refusal.times}>
            <p>{refusal.words}</p>
          </Refusal>
        )}
        {waiting.length === 0 ? <p className="muted">No change is proposed.</p> : null}
        <ul className={classes.entries} aria-label="Proposed changes">
          {waiting.map((proposal) => (
            <WaitingChange
              key={proposal.id}
              {...{ proposal, pacts, decide }}
              latest={base.version}
              barred={barredFrom(proposal, me, may.mayDecide)}
            />
          ))}
        </ul>
      </Section>
      {may.mayPropose ? (
        <Section
          id="propose"
          title="Propose a change"
          note={`Starts from version ${base.version}. Fields left empty stay as they are.`}
        >
          <PolicyForm
            key={base.version}
            {...{ base, earliest, pacts }}
            onProposed={() =>
              changed('The change is proposed. Another admin or the chair decides.')
            }
          />
        </Section>
      ) : null}
    </>
  );
}
