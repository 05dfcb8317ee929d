import type { Actor } from './actor';
import { mayEver } from './permission';
import type { Action } from './privilege';

/** The parts of administration, and any one action that opens each: an auditor looks on. */
const PARTS = [
  { path: 'users', label: 'Users', actions: ['user.list'] },
  { path: 'delegations', label: 'Delegations', actions: ['user.list'] },
  {
    path: 'policy',
    label: 'Policy',
    actions: ['policy.change', 'policy.second', 'ledger.read'],
  },
  { path: 'sessions', label: 'Sessions', actions: ['session.list'] },
] as const satisfies readonly {
  readonly path: string;
  readonly label: string;
  readonly actions: readonly Action[];
}[];
export type AdminPart = (typeof PARTS)[number]['path'];

/** The parts of administration that an actor sees, in the order of the page. */
export function adminPartsOf(
  actor: Actor,
): readonly { readonly path: AdminPart; readonly label: string }[] {
  return PARTS.filter(({ actions }) => actions.some((action) => mayEver(actor, action).allowed));
}

export const seesAdminPart = (actor: Actor, part: AdminPart): boolean =>
  adminPartsOf(actor).some(({ path }) => path === part);
