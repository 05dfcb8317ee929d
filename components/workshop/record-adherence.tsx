'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import form from '@/components/log/form.module.css';
import type { Source } from '@/domain/incident';
import type { MissingReply, RecordedAdherence } from '@/domain/pact-adherence';

export interface AdherenceAbout {
  readonly pact: string;
  readonly parties: readonly string[];
  /** The version shown, and the hash of its text. */
  readonly version: number;
  readonly textHash: string;
  readonly recorded: readonly RecordedAdherence[];
  readonly missing: readonly MissingReply[];
  readonly sources: readonly Source[];
}

/** Fetched when somebody records: readers of the pact do not carry it. */
const Entry = dynamic(
  () => import('./adherence-entry').then(({ AdherenceEntry: shown }) => shown),
  {
    ssr: false,
  },
);

/** Opens the place where it is recorded what a state did about the pact. */
export function RecordAdherence(about: AdherenceAbout) {
  const [open, setOpen] = useState(false);
  if (open) return <Entry about={about} onClose={() => setOpen(false)} />;
  return (
    <p className="no-print">
      <button type="button" className={`${form.plain} ${form.small}`} onClick={() => setOpen(true)}>
        Record adherence
      </button>
    </p>
  );
}
