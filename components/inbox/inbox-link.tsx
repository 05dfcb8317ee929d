'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import classes from './inbox.module.css';
import { EVERY, INBOX_KEY } from './reading';

/** The way to the inbox in the header, with how much of it is unread. */
export function InboxLink({ unread: initial }: { readonly unread: number }) {
  const here = usePathname() === '/inbox';
  const { data: unread } = useQuery({
    queryKey: [INBOX_KEY, 'unread'],
    // Reading it checks what came, with code that every other page would carry.
    queryFn: async () => (await (await import('./api')).fetchInbox('size=1')).unread,
    ...{ initialData: initial, refetchInterval: EVERY, refetchOnWindowFocus: true },
  });
  return (
    <Link href="/inbox" className={classes.way} {...(here ? { 'aria-current': 'page' } : {})}>
      Inbox
      {unread === 0 ? null : (
        <>
          {' '}
          <span className={classes.unread}>
            {unread > 999 ? '999+' : unread}
            <span className="visually-hidden"> unread</span>
          </span>
        </>
      )}
    </Link>
  );
}
