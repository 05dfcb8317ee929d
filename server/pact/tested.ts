import 'server-only';
import type { Parsed } from '@/domain/fault';
import type { Pact } from '@/domain/pact';
import { asTested } from '@/domain/pact-draft/assembled';
import { pactDraftSchema } from '@/domain/pact-draft/draft';
import { getPact } from '@/server/pacts';
import type { HeldPactDraft } from './drafts';

/** A draft in the pact format as it is tested, with what states did about the pact it was forked from. */
export async function testedDraft({
  pactId,
  pactVersion,
  payload,
}: HeldPactDraft): Promise<Parsed<Pact>> {
  const base = pactId === null ? null : await getPact(pactId);
  return asTested(pactDraftSchema.parse(payload), {
    ...{ id: pactId ?? 'draft', version: (pactVersion ?? 0) + 1 },
    ...{ adherence: base?.adherence ?? [], sources: base?.sources ?? [] },
  });
}
