'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { ask, sentenceOf, wordAt } from '@/components/log/api';
import form from '@/components/log/form.module.css';
import type { FindingState } from '@/domain/review/finding-path';
import { STATE_WORDS } from './words';

interface Props {
  /** The case, as it is sent. */
  readonly nomination: {
    readonly incident: string;
    readonly pact: string;
    readonly clause: string;
    readonly accused: string | null;
  };
  readonly finding: { readonly id: string; readonly state: FindingState } | null;
  readonly offer: { readonly refusal: string | null } | null;
}

/** Whether the commission has a case before it, and the button that puts it on its way there. */
export function Nominate({ nomination, finding, offer }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const why = useId();
  async function nominate() {
    if (busy || offer === null || offer.refusal !== null) return;
    setBusy(true);
    const reply = await ask('POST', '/findings', { body: nomination });
    setBusy(false);
    if (reply.kind === 'done') router.push(`/findings/${wordAt(reply.body, 'id')}`);
    else setSaid(sentenceOf(reply));
  }
  return (
    <>
      {finding === null ? null : (
        <p>
          The joint commission:{' '}
          <Link href={`/findings/${finding.id}`}>{STATE_WORDS[finding.state]}</Link>
        </p>
      )}
      {offer === null ? null : (
        <>
          <p>
            <button
              type="button"
              className={form.plain}
              aria-disabled={busy || offer.refusal !== null}
              aria-describedby={offer.refusal === null ? undefined : why}
              onClick={nominate}
            >
              Nominate it for the commission
            </button>
          </p>
          {offer.refusal === null ? null : (
            <p id={why} className="muted">
              {offer.refusal}
            </p>
          )}
          <p role="status">{said}</p>
        </>
      )}
    </>
  );
}
