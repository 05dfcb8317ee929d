import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { PageHead } from '@/components/incident/page-head';
import classes from '@/components/ledger/ledger.module.css';
import { Section } from '@/components/section';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { Entries } from './entries';
import { Redactions } from './redactions';
import { Roots } from './roots';

export const metadata: Metadata = { title: 'Ledger' };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

/** The ledger for the auditor, and its redactions for the two people each of them takes. */
export default async function LedgerPage({ searchParams }: Props) {
  const actor = await actorFrom();
  if (actor.kind === 'visitor') redirect('/sign-in?from=/ledger');
  const reads = mayEver(actor, 'ledger.read').allowed;
  const asks = mayEver(actor, 'ledger.redact').allowed;
  if (!reads && !asks && !mayEver(actor, 'ledger.second').allowed) notFound();
  return (
    <>
      <PageHead title="Ledger">
        <p>
          What was done to the record, by whom and when, each entry chained to the one before. An
          entry never changes; its payload can be emptied by two people, and its hash stays. Daily
          roots are neither co-signed by the delegations nor anchored outside this product yet: note
          them down, or give them to somebody else.
        </p>
        <p className={classes.actions}>
          {reads ? (
            <a href="/api/v1/ledger/export" download>
              Export the whole ledger
            </a>
          ) : null}
          <Link href="/verify">Verify an export or a proof</Link>
        </p>
      </PageHead>
      {reads ? (
        <>
          <Section id="entries" title="Entries">
            <Entries asked={await searchParams} />
          </Section>
          <Section
            id="roots"
            title="Daily roots"
            note="The Merkle root of all entries up to the end of each day with entries, stated by the first entry of the next."
          >
            <Roots />
          </Section>
        </>
      ) : null}
      <Section
        id="redactions"
        title="Redactions"
        note="One person asks, another admin or the chair decides; nobody on an entry they made. What the entry reported of, a revision or a file, is not touched by it."
      >
        <Redactions actor={actor} asks={asks} />
      </Section>
    </>
  );
}
