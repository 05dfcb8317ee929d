'use client';

import Link from 'next/link';
import { type KeyboardEvent, useRef } from 'react';
import type { InboxLine } from '@/domain/inbox';
import { noticeSentence } from '@/domain/notice';
import classes from './inbox.module.css';
import { noticeHref } from './notice-href';

interface Props {
  readonly line: InboxLine;
  readonly onRead: () => void;
}

/** J and K move the focus to the line after or before. */
function move(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { j: 1, k: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
  const next = lines[lines.indexOf(event.currentTarget) + by];
  next?.querySelector<HTMLElement>('[data-what]')?.focus();
}

/** One notice, or a digest of several, with the way to what it is about. */
export function Line({ line, onRead }: Props) {
  const what = useRef<HTMLElement>(null);
  const sentence = noticeSentence(line);
  const href = noticeHref(line);
  const opens = line.count === 1;
  return (
    <li
      data-line=""
      data-keys=""
      className={classes.line}
      data-unread={line.unread > 0}
      onKeyDown={move}
    >
      <span className={classes.mark} aria-hidden="true" />
      <span className={classes.what}>
        {line.unread === 0 ? null : (
          <span className="visually-hidden">{opens ? 'Unread: ' : `${line.unread} unread: `}</span>
        )}
        {href === null ? (
          <span data-what="" tabIndex={-1}>
            {sentence}
          </span>
        ) : (
          <Link
            ref={(link) => {
              what.current = link;
            }}
            data-what=""
            href={href}
            onClick={() => {
              if (opens && line.unread > 0) onRead();
            }}
          >
            {sentence}
          </Link>
        )}
      </span>
      <span className={classes.beside}>
        {line.unread === 0 ? null : (
          <button
            type="button"
            className="link-button"
            data-key="m"
            onClick={() => {
              what.current?.focus();
              onRead();
            }}
          >
            mark as read<span className="visually-hidden">: {sentence}</span>
          </button>
        )}
        <time dateTime={line.at}>{line.at.slice(11, 16)}</time>
      </span>
    </li>
  );
}
