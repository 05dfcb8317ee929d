'use client';

import { useEffect, useRef, useState } from 'react';
import account from '@/components/account/form.module.css';
import { saveText } from '@/components/frame/save';
import classes from './step-up.module.css';

interface Props {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

const asFile = (codes: readonly string[]): string =>
  ['Servanda: recovery codes, each good for one act', '', ...codes, ''].join('\n');

/** Recovery codes, shown once: to copy, to save, to print. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState('');
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(codes.join('\n')).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'Copied.' : 'This browser does not let the page copy: select the codes.');
  };
  return (
    <section className={classes.recovery} aria-labelledby="recovery-codes">
      <h3 id="recovery-codes" ref={heading} tabIndex={-1}>
        Your recovery codes
      </h3>
      <p>
        Each stands in for your authenticator once. Keep them away from this machine: they are not
        shown again.
      </p>
      <ol className={classes.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className={classes.actions}>
        <button type="button" className="link-button" onClick={copy}>
          Copy
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => saveText('servanda-recovery-codes.txt', asFile(codes))}
        >
          Download
        </button>
        <button type="button" className="link-button" onClick={() => window.print()}>
          Print
        </button>
        <button type="button" className={account.plain} onClick={onKept}>
          I have kept them
        </button>
        <span role="status">{copied}</span>
      </p>
    </section>
  );
}
