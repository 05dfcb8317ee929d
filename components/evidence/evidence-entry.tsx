'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask, listAt, part, sentenceOf } from '@/components/log/api';
import { Custody } from './custody';
import classes from './evidence.module.css';
import { EvidenceActs, type EvidenceDialog } from './evidence-acts';
import { EvidenceFacts } from './evidence-facts';
import type { EvidenceItem } from './item';
import { OpenSealed } from './open-sealed';
import { WithdrawEvidence } from './withdraw-evidence';
import { WorkingCopy } from './working-copy';

interface Props {
  readonly item: EvidenceItem;
  readonly mayAdd: boolean;
}

const DIALOGS = { open: OpenSealed, copy: WorkingCopy, withdraw: WithdrawEvidence };

/** One piece of evidence with its hash, its marks and what may be done with it. */
export function EvidenceEntry({ item, mayAdd }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState<EvidenceDialog | null>(null);
  const Opened = open === null ? null : DIALOGS[open];

  async function verify() {
    setSaid('Checking …');
    const reply = await ask('POST', `/evidence/${item.id}/verify`);
    if (reply.kind !== 'done') return setSaid(sentenceOf(reply));
    const suspended = listAt(reply.body, 'suspended').join(', ');
    setSaid(
      part(reply.body, 'agrees') === true
        ? 'Checked: the stored bytes have this hash.'
        : `Checked: the stored bytes have another hash.${suspended === '' ? '' : ` Suspended: ${suspended}.`}`,
    );
    router.refresh();
  }

  return (
    <li
      className={classes.item}
      id={`evidence-${item.id}`}
      data-withdrawn={item.withdrawnAt !== null}
    >
      <EvidenceFacts item={item} />
      <EvidenceActs item={item} mayAdd={mayAdd} onOpen={setOpen} onVerify={verify} />
      <p role="status" className={classes.said}>
        {said}
      </p>
      <Custody lines={item.custody} />
      {Opened === null ? null : (
        <Opened item={item} onClose={() => setOpen(null)} onSaid={setSaid} />
      )}
    </li>
  );
}
