'use client';

import { useCallback, useRef, useState } from 'react';
import type { ExportVerdict } from '@/domain/ledger/export-reader';
import type { LedgerProof } from '@/domain/ledger/proof';
import { checkExport, type Progress, proofIn } from './check-file';

export interface NamedProof {
  readonly name: string;
  readonly proof: LedgerProof;
}

export interface Checked {
  readonly proof: NamedProof | null;
  /** The export that is being checked, or was. */
  readonly file: File | null;
  readonly progress: Progress | null;
  readonly verdict: ExportVerdict | null;
  /** A file could not be read. */
  readonly unreadable: string | null;
}

const NOTHING: Checked = {
  ...{ proof: null, file: null, progress: null, verdict: null, unreadable: null },
};

/** What was chosen so far and what came of it; a new choice ends the check that runs. */
export function useCheck(): {
  readonly checked: Checked;
  readonly take: (files: readonly File[]) => void;
} {
  const [checked, setChecked] = useState(NOTHING);
  const held = useRef({ run: 0, proof: NOTHING.proof, file: NOTHING.file });

  const check = useCallback(async (files: readonly File[]) => {
    held.current.run += 1;
    const { run } = held.current;
    const stopped = () => held.current.run !== run;
    for (const file of files) {
      const proof = await proofIn(file);
      if (stopped()) return;
      if (proof === null) held.current.file = file;
      else held.current.proof = { name: file.name, proof };
    }
    const { proof, file } = held.current;
    setChecked({ ...NOTHING, proof, file });
    if (file === null) return;
    const onProgress = (progress: Progress) =>
      setChecked((before) => (stopped() ? before : { ...before, progress }));
    const verdict = await checkExport(file, proof?.proof ?? null, onProgress, stopped);
    if (verdict !== null && !stopped()) setChecked({ ...NOTHING, proof, file, verdict });
  }, []);

  const take = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      check(files).catch(() => {
        const [first] = files;
        setChecked({ ...NOTHING, unreadable: first?.name ?? 'The file' });
      });
    },
    [check],
  );
  return { checked, take };
}
