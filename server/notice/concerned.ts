import 'server-only';
import { z } from 'zod';
import { type NoticeKind, noticeKind } from '@/domain/notice/kinds';
import { PERSON_ROW, personIn } from '@/server/account/people';
import type { Happening, Tx } from '@/server/ledger/chain';
import type { Matter } from './matters';

const aboutProposal = z.object({ proposal: z.string() });

async function proposerOf(tx: Tx, payload: unknown): Promise<string[]> {
  const told = aboutProposal.safeParse(payload);
  if (!told.success) return [];
  const proposal = await tx.proposal.findUnique({
    where: { id: told.data.proposal },
    select: { proposedById: true },
  });
  return proposal === null ? [] : [proposal.proposedById];
}

/** The people an entry concerns by name: who wrote what was judged, asked for what was decided. */
export async function namedIn(
  tx: Tx,
  kind: NoticeKind,
  { payload }: Happening,
  matter: Matter,
): Promise<readonly string[]> {
  switch (kind) {
    case 'record_returned':
    case 'record_accepted':
      return matter.authors;
    case 'proposal_decided':
      return proposerOf(tx, payload);
    default:
      return [];
  }
}

/** Everybody whom a kind of notice may concern, as they stand now. */
export async function everybodyFor(tx: Tx, kind: NoticeKind, named: readonly string[]) {
  const { roles, delegates } = noticeKind(kind);
  const held = [...roles, ...(delegates ? ['delegate'] : [])];
  const users = await tx.user.findMany({
    where: {
      disabledAt: null,
      OR: [
        { id: { in: [...named] } },
        { roles: { some: { revokedAt: null, role: { in: held } } } },
      ],
    },
    select: PERSON_ROW,
  });
  return users.map(personIn);
}
