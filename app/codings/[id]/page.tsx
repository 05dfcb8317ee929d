import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { BlindRecord } from '@/components/coding/blind-record';
import { codeWords, variableWords } from '@/components/coding/code-words';
import { CodingForm } from '@/components/coding/coding-form';
import { ReconcileForm } from '@/components/coding/reconcile-form';
import { TakeCoding } from '@/components/coding/take-coding';
import { EmptyState } from '@/components/empty-state';
import { PageHead } from '@/components/incident/page-head';
import { recordHref } from '@/components/record-href';
import { Section } from '@/components/section';
import { REFUSALS } from '@/domain/permission';
import { gradedClaims } from '@/domain/review/coding';
import { settledBy } from '@/domain/review/reconciliation';
import { actorFrom } from '@/server/actor';
import { readCoding, type ShownCoding } from '@/server/review/coding';

export const metadata: Metadata = { title: 'Second coding' };

interface Props {
  readonly params: Promise<{ id: string }>;
}

/** What a coding waits for, in a sentence. */
function waitsFor({ state, mine, open, movedOn, mayReconcile }: ShownCoding): string {
  if (state === 'superseded') return 'Another coding has taken the place of this one.';
  if (state === 'settled')
    return 'Two analysts have coded this record, and nothing between them is open.';
  if (state === 'differs')
    return mayReconcile
      ? 'Both codings are in and differ. Settle each difference with a value and a reason.'
      : 'Both codings are in and differ; an analyst reconciles them.';
  if (movedOn)
    return 'The record was revised since this was asked for. You are asked again once it is submitted again; until then its codes stay hidden from you.';
  if (mine) return 'You are the second coder. You see no codes of others until yours are in.';
  return open
    ? 'It waits for any analyst who did not write the record.'
    : 'It waits for its second coder.';
}

function Told({ codes }: { readonly codes: NonNullable<ShownCoding['codes']> }) {
  const { differences, resolutions } = codes;
  if (differences.length === 0) return <p>The two agree on every variable.</p>;
  return (
    <ul>
      {differences.map(({ variable, first, second }) => {
        const settled = resolutions.find((resolution) => settledBy(resolution) === variable);
        return (
          <li key={variable}>
            {variableWords(variable)}: first {codeWords(first)}, second {codeWords(second)}
            {settled === undefined
              ? ''
              : `; settled on ${codeWords(settled.value)}: “${settled.reason}”`}
          </li>
        );
      })}
    </ul>
  );
}

/** A second coding: made blind, then compared, then reconciled. */
export default async function CodingPage({ params }: Props) {
  const { id } = await params;
  const actor = await actorFrom();
  if (actor.kind === 'visitor')
    redirect(`/sign-in?${new URLSearchParams({ from: `/codings/${id}` })}`);
  const read = await readCoding(actor, id);
  if (!read.ok && read.code === 'hidden') notFound();
  if (!read.ok)
    return (
      <EmptyState
        isPage
        title="Second codings"
        action={<Link href="/incidents">See the incidents</Link>}
      >
        <p>{REFUSALS[read.code]} Analysts code incidents a second time and reconcile codings.</p>
      </EmptyState>
    );
  const { coding } = read;
  const { incident, codes, mine, state } = coding;
  const makes = state === 'wanted' && mine && !coding.movedOn;
  return (
    <>
      <PageHead
        title={incident.title}
        above={
          mine && state === 'wanted' ? (
            'Second coding'
          ) : (
            <Link href={recordHref(incident.id)}>The record</Link>
          )
        }
      >
        <p role="status">{waitsFor(coding)}</p>
      </PageHead>
      <BlindRecord incident={incident} />
      {coding.open && coding.mayCode ? <TakeCoding coding={id} /> : null}
      {makes ? (
        <Section id="coding" title="Your coding">
          <CodingForm coding={id} claims={gradedClaims(incident)} />
        </Section>
      ) : null}
      {codes === null ? null : (
        <Section id="differences" title="The two codings">
          {coding.mayReconcile ? (
            <ReconcileForm coding={id} differences={codes.differences} />
          ) : (
            <Told codes={codes} />
          )}
        </Section>
      )}
    </>
  );
}
