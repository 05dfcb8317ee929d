import type { Pact } from './pact';
import type { ClauseCaught } from './pact-draft/caught';
import { exceptions, exclusions, onRecord, reservations } from './pact-lint/limits';
import { thresholds } from './pact-lint/proof';
import type { Lint, Rule } from './pact-lint/rule';
import { broadObjects, emptyTest, nobodyAnswers } from './pact-lint/subject';
import { ofPact } from './pact-lint/whole';
import { noTerritory, orderOfWindows, shortWindows } from './pact-lint/windows';
import type { Policy } from './policy';

const RULES: readonly Rule[] = [
  ...[emptyTest, nobodyAnswers, shortWindows, orderOfWindows, noTerritory, thresholds],
  ...[exclusions, reservations, exceptions, broadObjects, onRecord],
];

/**
 * What a lawyer would ask about a pact, clause by clause. With what was caught on a record it tells
 * too which clause nothing recorded could ever test. Windows are measured against the policy in force.
 */
export function pactLints(
  pact: Pact,
  policy: Pick<Policy, 'values'>,
  caught: readonly ClauseCaught[] = [],
): Lint[] {
  const ofClauses = pact.clauses.flatMap((clause, at) => {
    const own = caught.find((one) => one.clause === clause.id) ?? null;
    return RULES.flatMap((rule) => rule({ clause, policy, caught: own })).map(
      ({ field, code, sentence }): Lint => ({
        ...{ clause: clause.id, path: `clauses[${at}].${field}`, code, sentence },
      }),
    );
  });
  return [...ofPact(pact), ...ofClauses];
}
