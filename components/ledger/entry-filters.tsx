import Link from 'next/link';
import classes from './ledger.module.css';

interface Props {
  readonly types: readonly string[];
  readonly type: string;
  readonly subject: string;
  /** `before` of the next page; null at the end. */
  readonly next: number | null;
}

function addressOf(asked: Readonly<Record<string, string>>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  return given.length === 0 ? '/ledger' : `/ledger?${new URLSearchParams(given)}`;
}

/** What the list asks for, as a plain form: each answer is a parameter of the address. */
export function EntryFilters({ types, type, subject }: Omit<Props, 'next'>) {
  return (
    <form method="get" action="/ledger" className={classes.filters} aria-label="Filter entries">
      <label>
        What happened
        <select name="type" defaultValue={type}>
          <option value="">Anything</option>
          {types.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <label>
        To what, as it begins
        <input
          name="subject"
          type="search"
          defaultValue={subject}
          maxLength={200}
          autoComplete="off"
          placeholder="incident:"
        />
      </label>
      <button type="submit" className="quiet-button">
        Show
      </button>
      {type === '' && subject === '' ? null : <Link href="/ledger">Show all</Link>}
    </form>
  );
}

/** The way to older entries and back to the newest. */
export function OlderEntries({
  type,
  subject,
  next,
  older,
}: Omit<Props, 'types'> & { readonly older: boolean }) {
  if (next === null && !older) return null;
  return (
    <nav aria-label="Pages" className={classes.actions}>
      {older ? <Link href={addressOf({ type, subject })}>Newest</Link> : null}
      {next === null ? null : (
        <Link href={addressOf({ type, subject, before: `${next}` })} rel="next">
          Older
        </Link>
      )}
    </nav>
  );
}
