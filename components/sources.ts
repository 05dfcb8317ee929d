import type { ViewHead } from '@/domain/standing-view';
import { formatDay, formatNumber } from './format';

/** Versions and cut-off, the same under every picture and in every file taken from the page. */
export function sourcesOf({ corpus, pact, policy, engine, signed, asOf }: ViewHead): string {
  const records = `corpus ${corpus.version} (${formatNumber(corpus.incidents)} incidents, compiled ${formatDay(corpus.compiledOn)})`;
  const stamp = pact.kind === 'hypothetical' ? ', HYPOTHETICAL' : '';
  return `Sources: ${records} · ${pact.title}, version ${pact.version}${stamp} · policy ${policy} · engine ${engine} · as of ${formatDay(asOf)} · computed, ${signed === 0 ? 'none' : signed} signed`;
}
