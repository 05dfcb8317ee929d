'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportVerdict } from '@/domain/ledger/export-reader';
import type { LedgerProof } from '@/domain/ledger/proof';
import type { CertificateVerdict } from '@/domain/review/certificate-check';
import {
  certificateChecker,
  certificateIn,
  checkExport,
  type Progress,
  proofIn,
} from './check-file';

export interface NamedProof {
  readonly name: string;
  readonly proof: LedgerProof;
}

export interface Checked {
  readonly proof: NamedProof | null;
  readonly certificate: { readonly name: string; readonly verdict: CertificateVerdict } | null;
  /** The export that is being checked, or was. */
  readonly file: File | null;
  readonly progress: Progress | null;
  readonly verdict: ExportVerdict | null;
  /** A file could not be read. */
  readonly unreadable: string | null;
}

const NOTHING: Checked = {
  ...{
    proof: null,
    certificate: null,
    file: null,
    progress: null,
    verdict: null,
    unreadable: null,
  },
};

/** What was chosen so far and what came of it; a new choice ends the check that runs. */
export function useCheck(): {
  readonly checked: Checked;
  readonly take: (files: readonly File[]) => void;
} {
  const [checked, setChecked] = useState(NOTHING);
  const held = useRef({
    ...{ run: 0, proof: NOTHING.proof, file: NOTHING.file },
    certificate: NOTHING.certificate,
  });

  useEffect(() => {
    certificateChecker().catch(() => undefined);
  }, []);

  const check = useCallback(async (files: readonly File[]) => {
    held.current.run += 1;
    const { run } = held.current;
    const stopped = () => held.current.run !== run;
    for (const file of files) {
      const proof = await proofIn(file);
      if (stopped()) return;
      const { name } = file;
      const certificate = proof === null ? await certificateIn(file) : null;
      if (stopped()) return;
      if (proof !== null) held.current.proof = { name, proof };
      else if (certificate !== null) held.current.certificate = { name, verdict: certificate };
      else held.current.file = file;
    }
    const { proof, file, certificate } = held.current;
    const known = { ...NOTHING, proof, file, certificate };
    setChecked(known);
    if (file === null) return;
    const onProgress = (progress: Progress) =>
      setChecked((before) => (stopped() ? before : { ...before, progress }));
    const verdict = await checkExport(file, proof?.proof ?? null, onProgress, stopped);
    if (verdict !== null && !stopped()) setChecked({ ...known, verdict });
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
