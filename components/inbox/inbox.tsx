'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { Done, Refusal } from '@/components/account/notice';
import { formatDay, formatNumber } from '@/components/format';
import {
  type InboxPage,
  inboxQuerySchema,
  linesByDay,
  markOf,
  type ReadMark,
} from '@/domain/inbox';
import { parseParameters } from '@/domain/parameters';
import { fetchInbox, markRead } from './api';
import classes from './inbox.module.css';
import { Line } from './line';
import { EVERY, INBOX_KEY } from './reading';

interface Props {
  readonly initial: InboxPage;
  /** The parameters of the page's address. */
  readonly search: string;
  /** Shown while there is nothing. */
  readonly empty: ReactNode;
}

const leftUnread = (unread: number): string =>
  unread === 0 ? 'Nothing is unread.' : `${formatNumber(unread)} unread.`;

/** Reads the inbox again every minute and after each mark. */
function useInbox({ initial, search }: Pick<Props, 'initial' | 'search'>) {
  const queries = useQueryClient();
  const { data: page } = useQuery({
    queryKey: [INBOX_KEY, search],
    queryFn: () => fetchInbox(search),
    ...{ initialData: initial, refetchInterval: EVERY, refetchOnWindowFocus: true },
  });
  const [told, setTold] = useState({ done: '', why: '', times: 0 });
  async function mark(what: ReadMark) {
    const marked = await markRead(what);
    await queries.invalidateQueries({ queryKey: [INBOX_KEY] });
    setTold(({ times }) => ({
      times: times + 1,
      done: marked.ok ? `Marked as read. ${leftUnread(marked.unread)}` : '',
      why: marked.ok ? '' : marked.why,
    }));
  }
  return { page, told, mark };
}

/** Everything that the page's address asks for, up to what is shown. */
function wholeOf(search: string, upTo: number): ReadMark {
  const asked = parseParameters(inboxQuerySchema, new URLSearchParams(search));
  if (!asked.ok) return { upTo };
  const { kind, day } = asked.value;
  return {
    upTo,
    ...(kind === undefined ? {} : { kind }),
    ...(day === undefined ? {} : { day }),
  };
}

/** Whether a page goes on to older lines, and how it is asked for. */
function Older({ search, next }: { readonly search: string; readonly next: number | null }) {
  if (next === null) return null;
  const older = new URLSearchParams(search);
  older.set('before', `${next}`);
  return (
    <p>
      <Link href={`/inbox?${older}`}>Older</Link>
    </p>
  );
}

/** What one was told of, by day; a line is marked as read by opening it. */
export function Inbox(props: Props) {
  const { page, told, mark } = useInbox(props);
  const { lines, unread, next } = page;
  const latest = lines[0]?.seq;
  if (latest === undefined) return props.empty;
  return (
    <>
      <div className={classes.bar}>
        <p className="muted">
          {leftUnread(unread)} <kbd>J</kbd> and <kbd>K</kbd> move between lines, <kbd>Enter</kbd>{' '}
          opens, <kbd>M</kbd> marks as read.
        </p>
        {unread === 0 ? null : (
          <button
            type="button"
            className="quiet-button"
            onClick={() => mark(wholeOf(props.search, latest))}
          >
            Mark all as read
          </button>
        )}
      </div>
      <Done>{told.done}</Done>
      {told.why === '' ? null : (
        <Refusal key={told.times}>
          <p>{told.why}</p>
        </Refusal>
      )}
      {[...linesByDay(lines)].map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={classes.day}>
            {formatDay(day)}
          </h2>
          <ul className={classes.lines}>
            {ofDay.map((line) => (
              <Line
                key={`${line.seq} ${line.kind}`}
                line={line}
                onRead={() => void mark(markOf(line))}
              />
            ))}
          </ul>
        </section>
      ))}
      <Older search={props.search} next={next} />
    </>
  );
}
