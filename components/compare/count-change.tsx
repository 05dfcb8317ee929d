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

/** Leads to the findings behind the numbers of a verdict: of both sides together, or of each. */
type Behind =
  | { readonly both: (verdict: Verdict) => string }
  | { readonly each: (verdict: Verdict, side: 'a' | 'b') => string };

interface Props {
  readonly a: Counts;
  readonly b: Counts;
  /** What a side lacks where it has no counts. */
  readonly lacking: string;
  readonly behind: Behind;
  /** What the numbers are of, for people who hear the links. */
  readonly of: string;
}

/** What the marks of these counts mean; nothing where they count nothing. */
export function MarkKey({ of }: { readonly of: readonly Counts[] }) {
  const used = SHOWN.filter((verdict) => of.some((counts) => (counts?.[verdict] ?? 0) > 0));
  if (used.length === 0) return null;
  return (
    <ul className={classes.key}>
      {used.map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} word />
        </li>
      ))}
    </ul>
  );
}

interface FigureProps {
  readonly text: string;
  readonly href: string;
  readonly words: string;
  /** It stands beside another. */
  readonly isOne?: boolean;
}

function Figure({ text, href, words, isOne = false }: FigureProps) {
  return (
    <a href={href} className={classes.number} data-one={isOne}>
      {text}
      <span className="visually-hidden">, {words}</span>
    </a>
  );
}

interface BothProps extends Pick<Props, 'a' | 'b' | 'behind' | 'of'> {
  readonly verdict: Verdict;
}

/** The numbers of a verdict; where both are the same, one, of B where it has any. */
function Numbers({ a, b, behind, of, verdict }: BothProps) {
  const [before, after] = [a?.[verdict] ?? 0, b?.[verdict] ?? 0];
  const words = `${VERDICT_WORDS[verdict].toLowerCase()}: ${of}`;
  if ('both' in behind) {
    const text = before === after ? `${before}` : `${before} → ${after}`;
    return <Figure {...{ text, words }} href={behind.both(verdict)} />;
  }
  const one = (side: 'a' | 'b', count: number) =>
    count === 0 ? (
      '0'
    ) : (
      <Figure
        isOne
        text={`${count}`}
        href={behind.each(verdict, side)}
        words={`${words}, under ${side.toUpperCase()}`}
      />
    );
  if (before === after) return one('b', after);
  return (
    <>
      {one('a', before)} → {one('b', after)}
    </>
  );
}

/** Findings by verdict under A and B: both numbers, and the change as an arrow and a number. */
export function CountChange({ a, b, lacking, behind, of }: Props) {
  if (a === null && b === null) return <span className="muted">{lacking} on either side</span>;
  const lines = SHOWN.filter((verdict) => (a?.[verdict] ?? 0) + (b?.[verdict] ?? 0) > 0);
  const only = a === null ? `${lacking} in A` : b === null ? `${lacking} in B` : null;
  return (
    <div className={classes.counts}>
      {only === null ? null : <span className="muted">{only}</span>}
      {lines.length === 0 ? <span className="muted">none</span> : null}
      {lines.map((verdict) => {
        const change = changeWords(a?.[verdict] ?? 0, b?.[verdict] ?? 0);
        return (
          <span key={verdict} className={classes.count} data-changed={change !== ''}>
            <VerdictMark verdict={verdict} />
            <span>
              <Numbers {...{ a, b, behind, of, verdict }} />
              {change === '' ? null : <strong> {change}</strong>}
            </span>
          </span>
        );
      })}
    </div>
  );
}
