'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import form from '@/components/log/form.module.css';
import type { EvidenceAbout } from './item';

/** Fetched when somebody adds evidence: readers of the record do not carry it. */
const Intake = dynamic(() => import('./intake').then(({ Intake: shown }) => shown), {
  ssr: false,
});

/** Opens the place where evidence is handed in. */
export function AddEvidence({ about }: { readonly about: EvidenceAbout }) {
  const [open, setOpen] = useState(false);
  if (open) return <Intake about={about} onClose={() => setOpen(false)} />;
  return (
    <button
      type="button"
      className={`${form.plain} ${form.small} no-print`}
      onClick={() => setOpen(true)}
    >
      Add evidence
    </button>
  );
}
