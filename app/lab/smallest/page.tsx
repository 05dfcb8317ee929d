import type { Metadata } from 'next';
import Link from 'next/link';
import { type Asked, parametersOf, wordsOf } from '@/app/asked';
import { ignoredIn, leaveOut, namesOf } from '@/app/lab/left-out';
import { AddressRefusal } from '@/components/address-refusal';
import { formatDated, formatDay, formatNumber } from '@/components/format';
import { HypotheticalStamp } from '@/components/hypothetical-stamp';
import { PageHead } from '@/components/incident/page-head';
import { DraftIncomplete } from '@/components/lab/draft-incomplete';
import { LeftOutNote } from '@/components/lab/left-out-note';
import { SmallestPage } from '@/components/smallest/smallest-page';
import { toIso } from '@/domain/dates';
import { foundWords } from '@/domain/lab/case-flip';
import { changeWords } from '@/domain/lab/change-words';
import { IGNORED } from '@/domain/lab/left-out';
import {
  findingsText,
  SMALLEST_NAMES,
  smallestPageSchema,
  smallestQuery,
} from '@/domain/lab/smallest/address';
import type { Choice } from '@/domain/lab/smallest/choices';
import { parseParameters } from '@/domain/parameters';
import { ENGINE_VERSION } from '@/domain/policy';
import { stateName } from '@/domain/states';
import { actorFrom } from '@/server/actor';
import { sideOptions } from '@/server/compare';
import { smallestChoices } from '@/server/smallest';

export const metadata: Metadata = { title: 'Smallest change · Servanda' };

const PATH = '/lab/smallest';
const UNASKED: ReadonlySet<string> = new Set([IGNORED]);
const FIRST = { href: '/lab/smallest', label: 'Start from the first pact' } as const;

const lineOf = (choice: Choice) => ({
  key: findingsText([choice]),
  ...{ title: choice.title, clause: choice.clause, who: stateName(choice.accused) },
  ...{ began: formatDated(choice.started), verdict: choice.verdict, rule: choice.rule },
  words: foundWords(choice),
});

export default async function Page({ searchParams }: { readonly searchParams: Asked }) {
  const parameters = await parametersOf(searchParams);
  const asked = parseParameters(smallestPageSchema, await parametersOf(searchParams, UNASKED));
  if (!asked.ok) {
    leaveOut(PATH, parameters, namesOf(asked.faults), SMALLEST_NAMES);
    return <AddressRefusal faults={wordsOf(asked.faults)} {...FIRST} />;
  }
  const found = await smallestChoices(asked.value, await actorFrom());
  if (!found.ok && found.refusal.code === 'incomplete_draft')
    return <DraftIncomplete ids={[asked.value.draft]} message={found.refusal.message} />;
  if (!found.ok) {
    leaveOut(PATH, parameters, [found.refusal.field], SMALLEST_NAMES);
    return <AddressRefusal faults={[found.refusal.message]} {...FIRST} />;
  }
  const { record, variant, list, total } = found;
  const { base, draft, setting, changes, unsaved } = variant;
  const { held, incidents } = record;
  const day = toIso(setting.asOf);
  const stamped = base.kind === 'hypothetical' || unsaved || draft !== null;
  const saved = `${draft === null ? `version ${base.version}` : 'draft, not saved as a version'}${unsaved ? ', unsaved variant' : ''}`;
  return (
    <>
      <LeftOutNote names={ignoredIn(parameters)} />
      <PageHead
        title="The smallest change"
        above={<Link href="/lab">Lab</Link>}
        beside={stamped ? <HypotheticalStamp /> : null}
      >
        <p>
          Which one or two numbers of a pact, moved as little as possible, would clear or catch
          findings that you choose, and what else would turn with them. What is found is an unsaved
          variant: nothing of it can be signed.
        </p>
      </PageHead>
      <p className="muted">
        {base.title}, {saved}, as of {formatDay(day)}.
        {changes.length === 0
          ? ''
          : ` Already moved: ${changes.map((change) => changeWords(base, change)).join('; ')}.`}
      </p>
      <SmallestPage
        key={smallestQuery({ ...asked.value, findings: [] }).toString()}
        asked={asked.value}
        pacts={sideOptions(record)}
        choices={list.map(lineOf)}
        total={total}
        title={base.title}
        stamp={stamped ? 'HYPOTHETICAL' : null}
        sources={`Sources: corpus ${held.version} (${formatNumber(incidents.length)} incidents) · ${base.id} ${saved}${stamped ? ', HYPOTHETICAL' : ''} · policy ${setting.policy.version} · engine ${ENGINE_VERSION} · as of ${formatDay(day)} · computed, none signed`}
      />
    </>
  );
}
