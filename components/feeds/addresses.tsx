'use client';

import { useEffect, useId, useRef, useState } from 'react';
import account from '@/components/account/form.module.css';
import type { MadeFeeds } from '@/domain/feed';
import classes from './feeds.module.css';

interface AddressProps {
  readonly label: string;
  readonly path: string;
  readonly onCopied: (words: string) => void;
}

/** One address with its copy button; where a page may not copy, it is selected. */
function Address({ label, path, onCopied }: AddressProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const address = `${window.location.origin}${path}`;
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    if (!done) field.current?.select();
    onCopied(
      done ? `${label}: copied.` : 'This browser does not let the page copy: it is selected.',
    );
  };
  return (
    <li className={classes.address}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        value={address}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className={account.plain} onClick={copy}>
        Copy<span className="visually-hidden"> the address: {label}</span>
      </button>
    </li>
  );
}

/** New addresses, shown once. */
export function Addresses({ made }: { readonly made: MadeFeeds }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState('');
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={classes.made}>
      <h3 ref={heading} tabIndex={-1}>
        Your new addresses
      </h3>
      <p>
        They are not shown again. Whoever has one reads as you: keep it like a password, and revoke
        it here if it gets about.
      </p>
      <ul className={classes.addresses}>
        {made.roles.map(({ role, path }) => (
          <Address key={role} label={`Inbox as ${role} (Atom)`} path={path} onCopied={setCopied} />
        ))}
        <Address label="Deadlines (calendar)" path={made.calendar} onCopied={setCopied} />
      </ul>
      <p role="status" className={classes.copied}>
        {copied}
      </p>
    </div>
  );
}
