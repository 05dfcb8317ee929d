'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { EVERY, fetchInbox, INBOX_KEY } from './api';
import classes from './inbox.module.css';

/** The way to the inbox in the header, with how much of it is unread. */
export function InboxLink({ unread: initial }: { readonly unread: number }) {
  const here = usePathname() === '/inbox';
  const { data: unread } = useQuery({
    queryKey: [INBOX_KEY, 'unread'],
    queryFn: async () => (await fetchInbox('size=1')).unread,
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
