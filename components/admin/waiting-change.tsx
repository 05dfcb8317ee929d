'use client';

import { useState } from 'react';
import { AreaField } from '@/components/account/area-field';
import account from '@/components/account/form.module.css';
import { formatDay } from '@/components/format';
import type { PolicyProposal } from '@/domain/policy-proposal';
import classes from './admin.module.css';
import { DifferenceList } from './difference-list';
import { FlipsView } from './flips-view';
import { usePreview } from './use-preview';

interface Props {
  readonly proposal: PolicyProposal;
  readonly latest: string;
  readonly pacts: readonly { readonly id: string; readonly title: string }[];
  /** Why whoever looks does not decide it; null: they may. */
  readonly barred: string | null;
  readonly decide: (proposal: PolicyProposal, accept: boolean, reason: string) => Promise<void>;
}

const impactInWords = ({ flips, pacts }: PolicyProposal['impact']): string =>
  flips === 0
    ? 'When it was proposed it would have turned no finding.'
    : `When it was proposed it would have turned ${flips} ${flips === 1 ? 'finding' : 'findings'} under ${pacts.length} ${pacts.length === 1 ? 'pact' : 'pacts'}.`;

/** A proposed change that waits for a second person. */
export function WaitingChange({ proposal, latest, pacts, barred, decide }: Props) {
  const { differences, validFrom, reason, impact, proposedBy, proposedAt, changes } = proposal;
  const { preview, run } = usePreview(pacts);
  const overtaken = proposal.basedOn !== latest;
  return (
    <li className={classes.entry}>
      <h3 className={classes.name}>
        Proposed by {proposedBy.name} on {formatDay(proposedAt)}, in force from{' '}
        {formatDay(validFrom)}
      </h3>
      <DifferenceList differences={differences} />
      <p className={classes.reason}>{reason}</p>
      <p className={classes.about}>{impactInWords(impact)}</p>
      {overtaken ? (
        <p className={classes.lack}>
          Another version was added since; this can only be declined and proposed anew.
        </p>
      ) : (
        <p>
          <button
            type="button"
            className="link-button"
            disabled={preview.status === 'running'}
            onClick={() => run(changes)}
          >
            Show which findings it would turn now
          </button>
        </p>
      )}
      <FlipsView preview={preview} pacts={pacts} />
      <Decision
        {...{ barred, overtaken }}
        onDecide={(accept, words) => decide(proposal, accept, words)}
      />
    </li>
  );
}

interface DecisionProps {
  readonly barred: string | null;
  readonly overtaken: boolean;
  readonly onDecide: (accept: boolean, reason: string) => void;
}

function Decision({ barred, overtaken, onDecide }: DecisionProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const act = (accept: boolean) => () => {
    setAsked(true);
    if (reason.trim() !== '') onDecide(accept, reason);
  };
  const missing = asked && reason.trim() === '' ? 'Give a reason.' : undefined;
  return (
    <div className={classes.decision}>
      {barred === null ? (
        <AreaField
          label="Reason for the decision"
          name="decision"
          value={reason}
          onValue={setReason}
          error={missing}
        />
      ) : null}
      <p className={classes.row}>
        <button
          type="button"
          className={account.button}
          disabled={barred !== null || overtaken}
          onClick={act(true)}
        >
          Confirm
        </button>
        <button
          type="button"
          className={account.plain}
          disabled={barred !== null}
          onClick={act(false)}
        >
          Decline
        </button>
        <span className="muted">{barred}</span>
      </p>
    </div>
  );
}
