import type { Fault } from '@/domain/fault';
import type { Pact } from '@/domain/pact';
import { assembled, type Beside, inPlainWords } from './assembled';
import { bracketsIn } from './brackets';
import type { PactDraft } from './draft';
import { namingFaults } from './party-words';

/** Brackets that are still open or are none, clause by clause, with what to do. */
export function bracketFaults({ clauses }: Pick<Pact, 'clauses'>): Fault[] {
  return clauses.flatMap(({ id, text }, at) => {
    const { brackets, faults } = bracketsIn(text);
    const path = `clauses[${at}].text`;
    return [
      ...faults.map(({ message }) => ({
        ...{ path, record: id },
        message: `In the text ${message}; a bracket that is meant as one is written twice.`,
      })),
      ...[...new Set(brackets.map(({ source }) => source))].map((source) => ({
        ...{ path, record: id },
        message: `${source} is still open: close it with one of its options.`,
      })),
    ];
  });
}

export type Kept =
  | { readonly ok: true; readonly pact: Pact }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * The version that a draft would become, or everything that keeps it from being one: fields of the
 * format, open brackets, and words that name a party. The swap test comes beside it, on the record.
 */
export function keepable(draft: PactDraft, beside: Beside): Kept {
  const whole = assembled(draft, beside);
  if (!whole.ok) return whole;
  const { value: pact } = whole;
  const faults = [
    ...bracketFaults(pact),
    ...namingFaults(pact).map(({ path, message }) => ({ path, message, record: null })),
  ];
  return faults.length === 0 ? { ok: true, pact: inPlainWords(pact) } : { ok: false, faults };
}
