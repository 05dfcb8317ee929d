'use client';

import { useSearchParams } from 'next/navigation';
import { useFrame } from './frame';
import classes from './view-frame.module.css';

/** Under an embedded chart: versions, and the way to the whole of it. */
export function EmbedNote() {
  const { sources } = useFrame();
  const query = new URLSearchParams(useSearchParams());
  for (const name of ['embed', 'chart', 'open', 'why']) query.delete(name);
  return (
    <p className={classes.sources}>
      {sources} ·{' '}
      <a href={`?${query}`} target="_blank" rel="noopener">
        Servanda: the evidence behind every mark
      </a>
    </p>
  );
}
