import 'server-only';
import { toDay } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import { hashOf } from '@/domain/ledger';
import { hexOf } from '@/domain/merkle';
import { textHash } from '@/domain/pact-text';
import { standingQuery } from '@/domain/standing-filter';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import { highestTlp, type Tlp } from '@/domain/tlp';
import { type ReportViews, shapeReport } from '@/domain/view/report';
import { endOfToday } from './clock';
import type { Visibility } from './incident-search';
import { ledgerTree } from './ledger/tree';
import { processWide } from './process-wide';
import { Recent } from './recent';
import { askedBy, type Refused } from './standing';
import { answerFindings, answerFrom, answerStanding } from './standing-answer';

/** Everything a report of a pact's standing says, with what it can be checked by. */
export interface PactReport {
  readonly view: StandingView;
  readonly views: ReportViews;
  /** The strictest marking of the records that it counts: those that its reader sees. */
  readonly tlp: Tlp;
  /** The filter as an address, its day named: later days are other questions. */
  readonly query: string;
  readonly hashes: {
    /** SHA-256 of the canonical JSON of what the API answers to the same query. */
    readonly standing: string;
    readonly findings: string;
    readonly pactText: string;
    readonly ledger: { readonly size: number; readonly root: string };
  };
}

interface Kept extends ReportViews {
  readonly pactText: string;
}

/** Reports kept of one version of the corpus as one reader sees it. */
const KEPT = 16;
const kept = processWide('reports', () => new WeakMap<readonly Incident[], Recent<Kept>>());

/** The report of a pact under a filter, as one reader sees the record. */
export async function pactReport(
  asked: StandingFilter,
  visibility: Visibility,
): Promise<{ readonly ok: true; readonly report: PactReport } | Refused> {
  const filter = { ...asked, asOf: asked.asOf ?? toDay(endOfToday()) };
  const question = await askedBy(filter, visibility);
  const { source, today, signed } = question;
  const standing = answerStanding(source, filter, today, signed);
  if (!standing.ok) return standing;
  const list = answerFindings(source, filter, today, signed);
  if (!list.ok) return list;
  const known = kept.get(source.incidents) ?? new Recent<Kept>(KEPT);
  kept.set(source.incidents, known);
  const shaped = answerFrom(question, (world, key) =>
    known.get(key, () => ({
      pactText: textHash(world().pact),
      ...shapeReport(world(), filter, list.value.rows),
    })),
  );
  if (!shaped.ok) return shaped;
  const { pactText, ...views } = shaped.value;
  const tree = await ledgerTree();
  const withheld = visibility.without?.length ?? 0;
  return {
    ok: true,
    report: {
      view: standing.value,
      views,
      tlp: highestTlp(question.markings().values()),
      query: standingQuery(filter).toString(),
      hashes: {
        standing: hashOf({ ...standing.value, withheld }),
        findings: hashOf({ ...list.value, withheld }),
        pactText,
        ledger: { size: tree.size, root: hexOf(tree.rootAt(tree.size)) },
      },
    },
  };
}
