import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@mantine/core/styles.layer.css';
import './globals.css';
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { AccountLink } from '@/components/account/account-link';
import { AppShell } from '@/components/app-shell';
import { InboxLink } from '@/components/inbox/inbox-link';
import { PageMarking } from '@/components/page-marking';
import { PaletteOpener } from '@/components/palette/palette-opener';
import { type Actor, VISITOR } from '@/domain/actor';
import { mayEver } from '@/domain/permission';
import { ENGINE_VERSION } from '@/domain/policy';
import { actorFrom } from '@/server/actor';
import { countOpenFindings } from '@/server/commission/open-findings';
import { unreadCount } from '@/server/notice/inbox';
import { policyInForce } from '@/server/policy-in-force';
import { readerMarking } from '@/server/reader-marking';
import { Providers } from './providers';

export const metadata: Metadata = {
  title: { default: 'Servanda', template: '%s · Servanda' },
  description: 'Had this pact been in force, who would have kept it? Answered with evidence.',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfdfb' },
    { media: '(prefers-color-scheme: dark)', color: '#14171b' },
  ],
};

/** Places in the navigation that not everybody has, with what opens them. */
const PLACES = [
  {
    href: '/review',
    label: 'Review',
    actions: [
      ...(['incident.revise', 'incident.submit', 'incident.accept'] as const),
      ...(['finding.vote', 'finding.table'] as const),
    ],
  },
  { href: '/commission', label: 'Commission', actions: ['commission.read'] },
  { href: '/ledger', label: 'Ledger', actions: ['ledger.read', 'ledger.redact', 'ledger.second'] },
] as const;

/** Who is told how much waits for them wherever they are: those who sit on the commission. */
const isTold = (actor: Actor): boolean =>
  mayEver(actor, 'finding.vote').allowed || mayEver(actor, 'finding.table').allowed;

const placesOf = (actor: Actor, waiting: number | null) =>
  PLACES.filter(({ actions }) => actions.some((action) => mayEver(actor, action).allowed)).map(
    ({ href, label }) => ({ href, label, waiting: href === '/review' ? waiting : null }),
  );

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const sent = await headers();
  const nonce = sent.get('x-nonce') ?? '';
  const embedded = sent.has('x-embedded');
  const actor = embedded ? VISITOR : await actorFrom();
  const hasInbox = actor.kind === 'person' && mayEver(actor, 'inbox.read').allowed;
  const unread = hasInbox ? await unreadCount(actor.id) : null;
  const waiting = actor.kind === 'person' && isTold(actor) ? await countOpenFindings(actor) : null;
  const marking = await readerMarking(actor);
  return (
    <html lang="en" {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <Providers nonce={nonce}>
          <PageMarking tlp={marking}>
            {embedded ? (
              <main id="main">{children}</main>
            ) : (
              <AppShell
                policy={(await policyInForce()).version}
                engine={ENGINE_VERSION}
                marking={marking}
                places={placesOf(actor, waiting)}
                search={<PaletteOpener mayLog={mayEver(actor, 'incident.log').allowed} />}
                account={
                  <>
                    {unread === null ? null : <InboxLink unread={unread} />}
                    <AccountLink
                      person={
                        actor.kind === 'visitor' ? null : { name: actor.name, grants: actor.grants }
                      }
                    />
                  </>
                }
              >
                {children}
              </AppShell>
            )}
          </PageMarking>
        </Providers>
      </body>
    </html>
  );
}
