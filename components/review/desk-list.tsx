import classes from './desk.module.css';
import type { Row } from './desk-api';
import { rowWords, waitedWords } from './desk-words';

interface Props {
  readonly rows: readonly Row[];
  readonly chosen: string | null;
  readonly now: number;
  readonly onChoose: (key: string) => void;
  readonly onOpen: () => void;
  /** Leaves for the page on which a row is dealt with. */
  readonly onLeave: (row: Row) => void;
}

/** What waits, the most urgent first; the chosen one lies beside it. */
export function DeskList(props: Props) {
  const { rows, chosen, now, onChoose, onOpen, onLeave } = props;
  return (
    <ul className={classes.list} aria-label="What waits for you">
      {rows.map((row) => (
        <li key={row.key}>
          <button
            type="button"
            data-item={row.key}
            className={classes.item}
            {...(row.key === chosen ? { 'aria-current': 'true' as const } : {})}
            onFocus={() => onChoose(row.key)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || row.incident !== null) return;
              event.preventDefault();
              onLeave(row);
            }}
            onClick={() => {
              onChoose(row.key);
              onOpen();
            }}
          >
            <span className={classes.itemTitle}>{row.title}</span>
            <span className="muted">
              {rowWords(row)}, {waitedWords(row.since, now)}
              {row.own ? '; your own work' : ''}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
