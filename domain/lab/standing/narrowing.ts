import { partyOf } from '@/domain/bound';
import { ABSENT } from '@/domain/lab/day';
import { codeBy } from '@/domain/lab/instants';
import type { Laid } from '@/domain/lab/laid';
import type { ClauseNumbers } from '@/domain/lab/numbers';
import type { Pact } from '@/domain/pact';
import { periodOf } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { conductMask } from '@/domain/sweep/bits';
import { severityOf } from '@/domain/sweep/clause-test';
import { CONDUCT, type ConductCode } from '@/domain/vocabulary';

/** What a filter of the standing page leaves, as numbers. */
export interface Narrowing {
  /** By party: whether it is asked about. */
  readonly parties: readonly boolean[];
  /** By clause. */
  readonly clauses: readonly boolean[];
  /** Bits of conduct of which one is wanted; -1: any. */
  readonly conduct: number;
  readonly floor: number;
  readonly from: number;
  readonly to: number;
}

const isConduct = (code: string): code is ConductCode => Object.hasOwn(CONDUCT, code);

export function narrowingOf(pact: Pact, filter: StandingFilter): Narrowing {
  const { party, clause, conduct, minSeverity } = filter;
  const own = party === null ? null : (partyOf(pact, party)?.code ?? null);
  return {
    parties: pact.parties.map(({ code }) => own === null || code === own),
    clauses: pact.clauses.map(({ id }) => clause === null || id === clause),
    conduct: conduct === null ? -1 : isConduct(conduct) ? conductMask([conduct]) : 0,
    floor: minSeverity ?? 0,
    ...periodOf(filter),
  };
}

/** By kind of incident: 1 where it is wanted, and some clause that is asked about weighs it enough. */
function kindsWanted(laid: Laid, numbers: readonly ClauseNumbers[], asked: Narrowing): Uint8Array {
  const { kindConduct, kindObjects, kindSeverity } = laid.day.store.columns;
  const codes = numbers.flatMap((one, clause) => (asked.clauses[clause] ? [one.codes] : []));
  return kindSeverity.map((severity, kind) => {
    if (asked.conduct !== -1 && ((kindConduct[kind] ?? 0) & asked.conduct) === 0) return 0;
    const objects = kindObjects[kind] ?? 0;
    return codes.some((one) => severityOf(one, severity, objects) >= asked.floor) ? 1 : 0;
  });
}

/** By case of a day: 1 where a filter leaves it; those of `skipped` incidents are left out. */
export function casesWanted(
  laid: Laid,
  numbers: readonly ClauseNumbers[],
  asked: Narrowing,
  skipped: ReadonlySet<number>,
): Uint8Array {
  const { hold, store } = laid.day;
  const { partitionFrom, segmentKind, segmentFrom, caseStart, incident } = store.columns;
  const kinds = kindsWanted(laid, numbers, asked);
  const [before, to] = store.coded
    ? [codeBy(asked.from - 1), codeBy(asked.to)]
    : [asked.from - 1, asked.to];
  const wanted = new Uint8Array(hold.length);
  laid.binding.party.forEach((party, partition) => {
    if (asked.parties[party] !== true) return;
    const last = partitionFrom[partition + 1] ?? 0;
    for (let segment = partitionFrom[partition] ?? 0; segment < last; segment += 1) {
      if (kinds[segmentKind[segment] ?? 0] !== 1) continue;
      const end = segmentFrom[segment + 1] ?? 0;
      for (let at = segmentFrom[segment] ?? 0; at < end; at += 1) {
        const onset = caseStart[at] ?? 0;
        if (hold[at] === ABSENT || onset <= before || onset > to) continue;
        if (skipped.size > 0 && skipped.has(incident[at] ?? 0)) continue;
        wanted[at] = 1;
      }
    }
  });
  return wanted;
}
