'use client';

import { useEffect } from 'react';
import { expectedOf, IGNORED } from '@/domain/lab/left-out';
import classes from './left-out.module.css';

/** Says what an address asked for that is not there; the address is then what is shown. */
export function LeftOutNote({ names }: { readonly names: readonly string[] }) {
  const told = names.filter((name) => expectedOf(name) !== null);
  useEffect(() => {
    const query = new URLSearchParams(window.location.search);
    if (!query.has(IGNORED)) return;
    query.delete(IGNORED);
    const rest = query.size === 0 ? '' : `?${query}`;
    window.history.replaceState(null, '', `${window.location.pathname}${rest}`);
  }, []);
  if (told.length === 0) return null;
  return (
    <div role="note" className={classes.root}>
      <p>
        <strong>Part of this address was left out.</strong> It asks for something that is not there;
        what follows is the rest of it.
      </p>
      <ul>
        {told.map((name) => (
          <li key={name}>
            <code>{name}</code>: expected {expectedOf(name)}
          </li>
        ))}
      </ul>
    </div>
  );
}
