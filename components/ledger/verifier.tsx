'use client';

import { useId, useRef } from 'react';
import { useDrop } from '@/components/evidence/use-drop';
import { formatNumber } from '@/components/format';
import { CertificateResult } from './certificate-result';
import { ExportResult } from './export-result';
import classes from './ledger.module.css';
import { ProofResult } from './proof-result';
import { useCheck } from './use-check';

/** Checks an export of the ledger, a proof or a certificate, here and without a server. */
export function Verifier() {
  const { checked, take } = useCheck();
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const over = useDrop(place, take);
  const { proof, certificate, file, progress, verdict, unreadable } = checked;
  const running = file !== null && verdict === null && unreadable === null;
  return (
    <div className={classes.verifier}>
      <div ref={place} className={classes.drop} data-over={over}>
        <label htmlFor={id}>Export, proof or certificate</label>
        <p id={`${id}-hint`} className={classes.hint}>
          Choose the files or drop them here. They stay in this browser: nothing is sent, and the
          page goes on working without a network.
        </p>
        <input
          id={id}
          type="file"
          multiple
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            take([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      {running ? (
        <p className={classes.progress}>
          <progress
            aria-label="Entries checked"
            max={progress?.expected ?? 1}
            value={progress?.entries ?? 0}
          />
          <span>
            {formatNumber(progress?.entries ?? 0)} entries checked
            {progress?.expected ? ` of ${formatNumber(progress.expected)}` : ''}
          </span>
        </p>
      ) : null}
      <div role="status" className={classes.result}>
        {unreadable === null ? null : <p>{unreadable} could not be read. Choose it again.</p>}
        {verdict === null ? null : <ExportResult name={file?.name ?? ''} verdict={verdict} />}
        {certificate === null ? null : <CertificateResult {...certificate} />}
        {proof === null || running ? null : (
          <ProofResult {...proof} whole={verdict?.ok ? verdict : null} />
        )}
      </div>
    </div>
  );
}
