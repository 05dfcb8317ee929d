import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DayChooser } from '@/components/history/day-chooser';
import { HistoryList } from '@/components/history/history-list';
import { ProposalList } from '@/components/history/proposal-list';
import { Propose } from '@/components/history/propose';
import { PageHead } from '@/components/incident/page-head';
import { recordHref } from '@/components/record-href';
import { OwnCodingFirst } from '@/components/review/own-coding-first';
import { Section } from '@/components/section';
import { toDay } from '@/domain/dates';
import { mayEver } from '@/domain/permission';
import { actorFrom } from '@/server/actor';
import { listProposals } from '@/server/incident/proposal-list';
import { movedTo } from '@/server/incident/reading';
import { readRevision, revisionList } from '@/server/incident/revisions';
import { codingOwed } from '@/server/review/blind';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export const metadata: Metadata = { title: 'History' };

/** Who changed a record when, what and why; what was proposed for it; the record as of a past day. */
export default async function HistoryPage({ params }: Props) {
  const { id } = await params;
  const actor = await actorFrom();
  const revisions = await revisionList(actor, id);
  if (revisions === null) {
    const coding = await codingOwed(actor, id);
    if (coding !== null) return <OwnCodingFirst coding={coding} />;
    notFound();
  }
  const [last] = revisions;
  const takesPart = (['record.retract', 'record.second', 'ledger.read'] as const).some(
    (action) => mayEver(actor, action).allowed,
  );
  const [into, current, proposals] = await Promise.all([
    movedTo(actor, id),
    last === undefined ? null : readRevision(actor, id, last.number),
    takesPart ? listProposals(actor, id) : [],
  ]);
  // A merge is undone where it was made; restoring the record would ask for the same.
  const asksForMore = proposals.every(
    ({ incidentId, merge }) => incidentId !== id || (merge !== 'stands' && merge !== 'undoing'),
  );
  const gone = into !== null || current?.incident.status === 'retracted';
  const title = current?.incident.title ?? id;
  return (
    <>
      <PageHead
        title="History"
        above={into === null ? <Link href={recordHref(id)}>{title}</Link> : title}
      >
        <p>
          Every change is a revision with its author, time and reason. Nothing is ever overwritten.
          {into === null ? null : (
            <>
              {' '}
              This record was merged into <Link href={recordHref(into)}>{into}</Link>, which stands
              for it.
            </>
          )}
        </p>
      </PageHead>
      <DayChooser incident={id} today={toDay(Date.now())} />
      <Section id="revisions" title={`Revisions (${revisions.length})`}>
        <HistoryList
          incident={id}
          revisions={revisions.map(({ recordedAt, ...revision }) => ({
            ...revision,
            recordedAt: recordedAt.toISOString(),
          }))}
        />
      </Section>
      {takesPart ? (
        <Section
          id="proposals"
          title="Retract, restore, merge"
          note="It takes two people: one proposes and says why, another decides."
        >
          <ProposalList proposals={proposals} about={id} />
          {mayEver(actor, 'record.retract').allowed && asksForMore ? (
            <Propose incident={id} gone={gone} />
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
