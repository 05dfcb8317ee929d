import 'server-only';
import { createHash } from 'node:crypto';
import { canonicalJson } from '@/domain/ledger';
import { ENGINE_VERSION } from '@/domain/policy';
import type { Packing } from './base';

/** Changes with the way in which columns are packed and laid down. */
const FORMAT = 'servanda.kept-columns/1';

/** Names columns by all that they were packed under beside the record. */
export function keyOf({ policy, compiledOn }: Packing): string {
  const { version, values } = policy;
  const under = { format: FORMAT, engine: ENGINE_VERSION, version, values, compiledOn };
  return createHash('sha256').update(canonicalJson(under)).digest('base64url');
}
