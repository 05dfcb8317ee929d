import type { ReactNode } from 'react';
import classes from './plot.module.css';

export interface KeyEntry {
  readonly label: string;
  /** Drawn in a box of 28 by 12. */
  readonly sample: ReactNode;
}

/** What the marks of a picture stand for. */
export function Key({ entries }: { readonly entries: readonly KeyEntry[] }) {
  return (
    <ul className={classes.key}>
      {entries.map(({ label, sample }) => (
        <li key={label}>
          <svg width="28" height="12" aria-hidden="true">
            {sample}
          </svg>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}

/** A stroke as it stands in the picture. */
export function StrokeSample({
  colour = 'var(--ink)',
  dash = '',
}: {
  readonly colour?: string;
  readonly dash?: string;
}) {
  return (
    <line x1="0" x2="28" y1="6" y2="6" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
  );
}

/** A flat tint as it stands in the picture. */
export function TintSample({ colour = 'var(--accent-wash)' }: { readonly colour?: string }) {
  return (
    <rect width="28" height="12" fill={colour} stroke="var(--hairline-strong)" strokeWidth="0.5" />
  );
}
