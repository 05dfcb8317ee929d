import { momentWords } from '@/components/log/moment-words';
import classes from './evidence.module.css';
import { CUSTODY_WORDS, type CustodyLine } from './item';

/** Who had a piece of evidence when, did what and why; for those who handle evidence. */
export function Custody({ lines }: { readonly lines: readonly CustodyLine[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>Custody: {lines.length === 1 ? '1 entry' : `${lines.length} entries`}</summary>
      <ol className={classes.custody}>
        {lines.map(({ at, by, action, reason }) => (
          <li key={`${at} ${by} ${action}`}>
            {momentWords(at)}: {by} {CUSTODY_WORDS[action] ?? action}
            {reason === null ? '' : ` (“${reason}”)`}
          </li>
        ))}
      </ol>
    </details>
  );
}
