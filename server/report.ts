import 'server-only';
import { toDay } from '@/domain/dates';
import { hashOf } from '@/domain/ledger';
import { hexOf } from '@/domain/merkle';
import { textHash } from '@/domain/pact-text';
import { standingQuery } from '@/domain/standing-filter';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import { type ReportViews, shapeReport } from '@/domain/view/report';
import { endOfToday } from './clock';
import type { Visibility } from './incident-search';
import { ledgerTree } from './ledger/tree';
import { askedBy, type Refused } from './standing';
import { answerFindings, answerFrom, answerStanding } from './standing-answer';

/** Everything a report of a pact's standing says, with what it can be checked by. */
export interface PactReport {
  readonly view: StandingView;
  readonly views: ReportViews;
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
  const views = answerFrom(question, (world) => ({
    pactText: textHash(world().pact),
    shaped: shapeReport(world(), filter, list.value.rows),
  }));
  if (!views.ok) return views;
  const tree = await ledgerTree();
  const withheld = visibility.without?.length ?? 0;
  return {
    ok: true,
    report: {
      view: standing.value,
      views: views.value.shaped,
      query: standingQuery(filter).toString(),
      hashes: {
        standing: hashOf({ ...standing.value, withheld }),
        findings: hashOf({ ...list.value, withheld }),
        pactText: views.value.pactText,
        ledger: { size: tree.size, root: hexOf(tree.rootAt(tree.size)) },
      },
    },
  };
}
