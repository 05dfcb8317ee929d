import 'server-only';
import { sidesOf } from '@/domain/review/roll';
import { contentHash, contentOf, inputsOf, type Signing } from '@/domain/review/signature';
import { staleness } from '@/domain/review/staleness';
import { plainJson } from '@/server/json';
import { type Tx, writing } from '@/server/ledger';
import { codingStateOf, factsOf } from '@/server/review/coding-state';
import { type HeldFinding, heldFinding, heldFindings, subjectOf } from './finding';
import { isFresh, signingOf } from './signing';
import { takeStep } from './step';

const PINNED: readonly string[] = [
  ...['coded', 'reviewed', 'before_commission', 'agreed', 'split', 'unilateral', 'procedural'],
  'published',
];

/** Fixes what the signers will see, once the double coding of this very revision is reconciled. */
async function follow(tx: Tx, held: HeldFinding, signing: Signing | null): Promise<boolean> {
  const content = signing === null ? null : contentOf(signing);
  const sides =
    signing === null ? null : sidesOf(signing.pact, signing.incident, held.coordinates.accused);
  if (signing === null || content === null || sides === null) return false;
  if (content.pact.version !== held.row.pactVersion) return false;
  const coding = await codingStateOf(tx, held.row.incidentId, signing.record.revision);
  const hashes = { contentHash: contentHash(content), inputsHash: content.inputsHash };
  const taken = await takeStep(tx, held, {
    ...{ actor: 'system', action: 'code', subject: subjectOf(held), facts: factsOf(coding) },
    payload: { content: hashes.contentHash, inputs: hashes.inputsHash },
    data: () => ({
      ...hashes,
      ...{ content: plainJson(content), inputs: plainJson(inputsOf(signing)) },
      complainants: [...sides.complainant],
    }),
  });
  return taken.ok;
}

/** Takes a finding whose inputs changed out of the way. */
async function goStale(tx: Tx, held: HeldFinding, signing: Signing | null): Promise<boolean> {
  const { content } = held;
  const now = signing === null ? null : contentOf(signing);
  const told = content === null ? null : staleness(content, now);
  const taken = await takeStep(tx, held, {
    ...{ actor: 'system', action: 'go_stale', subject: subjectOf(held), facts: { changed: true } },
    payload: { reasons: told === null || told.fresh ? ['inputs'] : told.reasons },
    data: ({ at }) => ({ staleAt: new Date(at) }),
  });
  return taken.ok;
}

/** A finding after whatever follows from the record by itself: coded, or stale. */
export async function settled(
  tx: Tx,
  held: HeldFinding,
): Promise<{ readonly held: HeldFinding; readonly signing: Signing | null }> {
  const signing = await signingOf(held, tx);
  const due =
    held.state === 'computed'
      ? await follow(tx, held, signing)
      : PINNED.includes(held.state) &&
        !isFresh(held, signing) &&
        (await goStale(tx, held, signing));
  const after = due ? await heldFinding(held.id, tx) : held;
  return { held: after ?? held, signing };
}

/** Settles every finding of an incident: called when its coding or its record has moved. */
export async function settleFindingsOf(tx: Tx, incidentId: string): Promise<void> {
  const open = { incidentId, state: { in: ['computed', ...PINNED] } };
  for (const held of await heldFindings(open, tx)) await settled(tx, held);
}

/** Settles findings by their ids, in a transaction of its own. */
export async function settleFindings(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await writing(async (tx) => {
    for (const held of await heldFindings({ id: { in: [...ids] } }, tx)) await settled(tx, held);
  });
}
