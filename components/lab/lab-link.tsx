'use client';

import { useState } from 'react';
import { copied, shortLink } from '@/components/frame/short-link';
import classes from './lab.module.css';

/** A short link to the lab as it stands, to one of its charts where it is asked for there. */
export function LabLink({ chart }: { readonly chart?: string }) {
  const [made, setMade] = useState<{ readonly text: string; readonly said: string } | null>(null);
  const make = async () => {
    const hash = chart === undefined ? '' : `#${chart}`;
    try {
      const query = new URLSearchParams(location.search);
      const text = `${await shortLink(location.pathname, query)}${hash}`;
      setMade({ text, said: (await copied(text)) ? 'Short link (copied)' : 'Short link' });
    } catch {
      const said = 'No short link could be made; this is the long one';
      setMade({ text: `${location.href.split('#')[0]}${hash}`, said });
    }
  };
  return (
    <>
      <button type="button" className="quiet-button" data-key="l" onClick={() => void make()}>
        <kbd>L</kbd> Link
      </button>
      {made === null ? null : (
        <span role="status" className={classes.link}>
          <label>
            {made.said}{' '}
            <input readOnly value={made.text} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <button type="button" className="quiet-button" onClick={() => setMade(null)}>
            Close
          </button>
        </span>
      )}
    </>
  );
}
