'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { formatDay } from '@/components/format';
import { Menu } from '@/components/frame/menu';
import { copied, shortLink } from '@/components/frame/short-link';
import { useFrame } from './frame';
import classes from './link-menu.module.css';

interface Props {
  /** The chart that is linked to. */
  readonly chart: string;
  readonly title: string;
}

interface Made {
  readonly label: string;
  readonly text: string;
  readonly copied: boolean;
}

/** Height of an embedded chart that shows all of it at usual widths, px. */
const EMBED_HEIGHT = 720;

const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A short link to the chart as it is, one that keeps the day it was seen on, and the code that embeds it. */
export function LinkMenu({ chart, title }: Props) {
  const { head } = useFrame();
  const path = usePathname();
  const search = useSearchParams();
  const [made, setMade] = useState<Made | null>(null);
  const day = head.asOf.slice(0, 10);
  const fixed = head.filter.asOf !== null;
  const make =
    (label: string, write: (query: URLSearchParams) => string | Promise<string>) => async () => {
      const query = new URLSearchParams(search);
      for (const name of ['embed', 'chart']) query.delete(name);
      try {
        const text = await write(query);
        setMade({ label, text, copied: await copied(text) });
      } catch {
        setMade({
          label: 'No short link could be made; this is the long one',
          text: location.href,
          copied: false,
        });
      }
    };
  const link = (asOf: string | null) => async (query: URLSearchParams) => {
    if (asOf !== null) query.set('asOf', asOf);
    return `${await shortLink(path, query)}#${chart}`;
  };
  const frame = (query: URLSearchParams): string => {
    for (const name of ['open', 'why']) query.delete(name);
    query.set('embed', '1');
    query.set('chart', chart);
    const address = inAttribute(`${location.origin}${path}?${query}`);
    return `<iframe src="${address}" title="${inAttribute(title)}" width="100%" height="${EMBED_HEIGHT}" loading="lazy" style="border:0"></iframe>`;
  };
  return (
    <>
      <Menu letter="L" label="Link">
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={make('Short link', link(null))}
        >
          {fixed ? 'Short link' : 'Short link that follows the record'}
        </button>
        {fixed ? null : (
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={make(`Link as of ${formatDay(day)}`, link(day))}
          >
            Short link as of {formatDay(day)}
          </button>
        )}
        <button type="button" role="menuitem" tabIndex={-1} onClick={make('Code to embed', frame)}>
          Code to embed this chart
        </button>
      </Menu>
      {made === null ? null : (
        <div role="status" className={classes.made}>
          <label>
            {made.label}
            {made.copied ? ' (copied)' : ''}
            <input readOnly value={made.text} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <button type="button" className="quiet-button" onClick={() => setMade(null)}>
            Close
          </button>
        </div>
      )}
    </>
  );
}
