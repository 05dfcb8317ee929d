import 'server-only';
import { createHash } from 'node:crypto';
import { canonicalJson } from '@/domain/ledger';
import { ENGINE_VERSION, type Policy } from '@/domain/policy';
import type { Packing } from './base';

/** Changes with the way in which columns are packed and laid down. */
const FORMAT = 'servanda.kept-columns/3';

const keys = new WeakMap<Policy, Map<string, string>>();

/** Names columns by all that they were packed under beside the record. */
export function keyOf({ policy, compiledOn }: Packing): string {
  const known = keys.get(policy) ?? new Map<string, string>();
  keys.set(policy, known);
  const found = known.get(compiledOn);
  if (found !== undefined) return found;
  const { version, values } = policy;
  const under = { format: FORMAT, engine: ENGINE_VERSION, version, values, compiledOn };
  const key = createHash('sha256').update(canonicalJson(under)).digest('base64url');
  known.set(compiledOn, key);
  return key;
}
