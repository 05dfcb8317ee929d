import 'server-only';
import { createHash } from 'node:crypto';
import type { Incident } from '@/domain/incident';
import { corpus } from '@/server/corpus';
import type { LabRecord, Variant } from '@/server/lab-variant';

const idsHashed = new WeakMap<readonly Incident[], string>();

/** Who may see as many records may still not see the same ones. */
function hashOfIds(incidents: readonly Incident[]): string {
  const known = idsHashed.get(incidents);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const { id } of incidents) hash.update(`${id} `);
  const made = hash.digest('base64url');
  idsHashed.set(incidents, made);
  return made;
}

/**
 * Names the columns of a record for a pact: the same where the same incidents are laid out under the
 * same policy for the same parties. A past day has those of today unless records were written since.
 */
export async function columnsTag(
  { held, incidents }: LabRecord,
  { base, setting: { policy, compiledOn, asOf } }: Variant,
): Promise<string> {
  const rewound = held !== (await corpus());
  const parties = base.parties.map(({ code, succeeds }) => [code, ...succeeds].join('+'));
  const key = [
    ...[held.version, policy.version, compiledOn, rewound ? asOf : 'today'],
    ...[[...parties].sort().join(' '), hashOfIds(incidents)],
  ];
  return createHash('sha256').update(key.join(' ')).digest('base64url').slice(0, 27);
}
