import type { Metadata } from 'next';
import { PageHead } from '@/components/incident/page-head';
import { ByHand } from '@/components/ledger/by-hand';
import { Verifier } from '@/components/ledger/verifier';
import { Section } from '@/components/section';

export const metadata: Metadata = { title: 'Verify the ledger' };

/** Checks exports and proofs in the reader's browser; for everybody. */
export default function VerifyPage() {
  return (
    <>
      <PageHead title="Verify the ledger">
        <p>
          Every change to the record is entered in a ledger whose entries are chained by hashes.
          This page checks an export of it from the first byte to the last and names the first entry
          that was changed, left out or put in. It also checks certificates of findings, and proofs:
          that an entry is in the ledger, and that the ledger of today begins with that of an
          earlier day.
        </p>
      </PageHead>
      <Verifier />
      <Section id="by-hand" title="Checking by hand">
        <ByHand />
      </Section>
    </>
  );
}
