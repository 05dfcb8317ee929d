import { assumedFrom } from '@/domain/bound';
import { endOf } from '@/domain/dates';
import type { Pact } from '@/domain/pact';
import type { Lint } from './rule';

/** What is asked about a pact as a whole: notice, period, entry into force. */
export function ofPact(pact: Pact): Lint[] {
  const lint = (path: string, code: string, sentence: string): Lint => ({
    ...{ clause: null, path, code, sentence },
  });
  const from = assumedFrom(pact);
  const entered = new Set(
    pact.adherence.filter(({ state }) => state === 'in_force').map(({ party }) => party),
  );
  const endsBefore = pact.end !== undefined && from !== null && endOf(pact.end) < from;
  return [
    ...(pact.noticeDays > 0
      ? []
      : [
          lint(
            'noticeDays',
            'no_notice',
            'A party can withdraw from one day to the next: give a period of notice, or the pact ends when it is needed.',
          ),
        ]),
    ...(pact.kind === 'historical' && entered.size < 2
      ? [
          lint(
            'kind',
            'never_in_force',
            'A historical pact tests nothing until the entry into force of two parties is recorded: record it, or call the pact hypothetical and assume a day.',
          ),
        ]
      : []),
    ...(endsBefore
      ? [
          lint(
            'end',
            'ends_before_entry',
            'The pact ends before it is assumed to enter into force, so nothing falls under it: move the one or the other.',
          ),
        ]
      : []),
  ];
}
