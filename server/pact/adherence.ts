import 'server-only';
import type { Actor } from '@/domain/actor';
import type { Fault } from '@/domain/fault';
import { type AdherenceEntry, adherenceFaults } from '@/domain/pact-adherence';
import { HOUSE, type Refusal } from '@/domain/permission';
import { now } from '@/server/clock';
import { guardWithin } from '@/server/guard';
import { plainJson } from '@/server/json';
import { append, writing } from '@/server/ledger';
import { getPact, listAdherence } from '@/server/pacts';

export type RecordResult =
  | { readonly ok: true; readonly position: number; readonly textHash: string }
  | { readonly ok: false; readonly code: 'not_valid'; readonly faults: readonly Fault[] }
  | {
      readonly ok: false;
      readonly code: Refusal | 'unknown_version' | 'other_text' | 'unknown_counter';
    };

/**
 * Records what a party did about a version of a pact: an event more, never one changed. The hash names
 * the text that was read; where that version says something else, nothing is recorded.
 */
export function recordAdherence(
  actor: Actor,
  pactId: string,
  entry: AdherenceEntry,
): Promise<RecordResult> {
  return writing(async (tx): Promise<RecordResult> => {
    const allowed = await guardWithin(tx, actor, 'adherence.record', HOUSE);
    if (!allowed.ok) return allowed;
    const pact = await getPact(pactId, undefined, tx);
    if (pact === null) return { ok: false, code: 'hidden' };
    const { version, textHash, counterProposalId } = entry;
    const about = await tx.pactVersion.findUnique({
      where: { pactId_version: { pactId, version } },
      select: { textHash: true },
    });
    if (about === null) return { ok: false, code: 'unknown_version' };
    if (about.textHash !== textHash) return { ok: false, code: 'other_text' };
    const recorded = await listAdherence(pactId, tx);
    const faults = adherenceFaults(entry, pact, recorded, now());
    if (faults.length > 0) return { ok: false, code: 'not_valid', faults };
    const answeredBy =
      counterProposalId === null ? 1 : await tx.pact.count({ where: { id: counterProposalId } });
    if (answeredBy === 0) return { ok: false, code: 'unknown_counter' };
    const position = Math.max(-1, ...recorded.map((event) => event.position)) + 1;
    const { party, state, at, statedReason, sources, corrects } = entry;
    const made = await append(tx, {
      ...{ actor: allowed.author, type: 'adherence.recorded', subject: `pact:${pactId}` },
      payload: { pact: pactId, position, ...entry },
    });
    await tx.adherenceEvent.create({
      data: {
        ...{ pactId, position, party, state, at: at.date, precision: at.precision },
        ...{ statedReason, counterProposalId, sources: plainJson(sources) },
        ...{ version, textHash, corrects },
        ...{ recordedAt: new Date(made.at), authorId: allowed.author.id },
      },
    });
    return { ok: true, position, textHash };
  });
}
