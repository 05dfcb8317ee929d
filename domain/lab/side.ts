import { assumedFrom } from '@/domain/bound';
import { startOf } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import { stateName } from '@/domain/states';
import { instant } from '@/domain/trace-step';
import type { FieldChange } from './clause-change';

/** One of two sides: a pact, saved or a variant, and the world it is judged in. */
export interface Side {
  readonly pact: Pact;
  readonly setting: Setting;
}

const dayOrNone = (at: number | null): string => (at === null ? 'none' : instant(at));

const inForce = ({ pact, setting }: Side): string =>
  pact.kind === 'hypothetical'
    ? dayOrNone(setting.assumedFrom ?? assumedFrom(pact))
    : 'as its parties brought it into force';

const PARTY = ({ code, succeeds }: Pact['parties'][number]): string =>
  succeeds.length === 0
    ? stateName(code)
    : `${stateName(code)}, also for ${succeeds.map(stateName).join(', ')}`;

const WORDS: readonly (readonly [label: string, of: (side: Side) => string])[] = [
  ['Kind', ({ pact }) => pact.kind],
  ['Assumed in force from', inForce],
  ['End', ({ pact }) => dayOrNone(pact.end === undefined ? null : startOf(pact.end))],
  ['Days of notice to leave', ({ pact }) => `${pact.noticeDays}`],
  ['Days to reply to an offer', ({ pact }) => `${pact.replyDays}`],
];

/** What differs between two sides beside their clauses: parties, entry into force, end, notice. */
export function sideChanges(a: Side, b: Side): FieldChange[] {
  const [before, after] = [a.pact.parties.map(PARTY), b.pact.parties.map(PARTY)];
  const changes: FieldChange[] = [
    {
      ...{ kind: 'list', label: 'Parties' },
      added: after.filter((party) => !before.includes(party)),
      removed: before.filter((party) => !after.includes(party)),
    },
    ...WORDS.map(
      ([label, of]): FieldChange => ({ kind: 'words', label, before: of(a), after: of(b) }),
    ),
  ];
  return changes.filter((change) =>
    change.kind === 'list'
      ? change.added.length + change.removed.length > 0
      : change.before !== change.after,
  );
}
