import { VerdictMark } from '@/components/verdict-mark';
import { VERDICT_ORDER, VERDICT_WORDS } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';
import classes from './compare.module.css';

type Counts = Readonly<Record<Verdict, number>> | null;

/** How a count changed: an arrow and a number; nothing where it did not. */
export function changeWords(before: number, after: number): string {
  if (before === after) return '';
  return after > before ? `↑ ${after - before}` : `↓ ${before - after}`;
}

const SHOWN = VERDICT_ORDER.filter((verdict) => verdict !== 'NOT_COVERED');

interface Props {
  readonly a: Counts;
  readonly b: Counts;
  /** What a side lacks where it has no counts. */
  readonly lacking: string;
  /** Leads to the findings behind the numbers of a verdict; without it they are plain. */
  readonly hrefOf?: (verdict: Verdict) => string;
  /** What the numbers are of, for people who hear the links. */
  readonly of?: string;
}

/** Findings by verdict under A and B: both numbers, and the change as an arrow and a number. */
export function CountChange({ a, b, lacking, hrefOf, of }: Props) {
  if (a === null && b === null) return <span className="muted">{lacking} on either side</span>;
  const lines = SHOWN.filter((verdict) => (a?.[verdict] ?? 0) + (b?.[verdict] ?? 0) > 0);
  const only = a === null ? `${lacking} in A` : b === null ? `${lacking} in B` : null;
  return (
    <div className={classes.counts}>
      {only === null ? null : <span className="muted">{only}</span>}
      {lines.length === 0 ? <span className="muted">none</span> : null}
      {lines.map((verdict) => {
        const [before, after] = [a?.[verdict] ?? 0, b?.[verdict] ?? 0];
        const both = before === after ? `${before}` : `${before} → ${after}`;
        const change = changeWords(before, after);
        return (
          <span key={verdict} className={classes.count} data-changed={change !== ''}>
            <VerdictMark verdict={verdict} />
            <span>
              {hrefOf === undefined ? (
                both
              ) : (
                <a href={hrefOf(verdict)} className={classes.number}>
                  {both}
                  <span className="visually-hidden">
                    , {VERDICT_WORDS[verdict].toLowerCase()}: {of}
                  </span>
                </a>
              )}
              {change === '' ? null : <strong> {change}</strong>}
            </span>
          </span>
        );
      })}
    </div>
  );
}
