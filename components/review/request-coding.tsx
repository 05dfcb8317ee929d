'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask, sentenceOf } from '@/components/log/api';
import form from '@/components/log/form.module.css';

interface Props {
  readonly incident: string;
  readonly revision: number;
}

/** Asks for a second, blind coding of a record that came here reviewed. */
export function RequestCoding({ incident, revision }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState('');
  async function request() {
    const reply = await ask('POST', `/incidents/${incident}/coding`, {
      body: { basedOn: revision },
    });
    setSaid(reply.kind === 'done' ? 'A second analyst is asked.' : sentenceOf(reply));
    if (reply.kind === 'done') router.refresh();
  }
  return (
    <>
      <p>
        <button type="button" className={form.plain} onClick={request}>
          Ask for a second coding
        </button>
      </p>
      <p role="status">{said}</p>
    </>
  );
}
