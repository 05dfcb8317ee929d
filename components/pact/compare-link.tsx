import Link from 'next/link';
import { compareQuery } from '@/domain/lab/compare-address';
import type { Pact } from '@/domain/pact';

interface Props {
  readonly pact: Pick<Pact, 'id' | 'version'>;
  readonly latest: number;
}

/** To the comparison: an older version with the latest, the latest with the one before, a first one with another pact. */
export function CompareLink({ pact: { id, version }, latest }: Props) {
  const side = { pact: id, draft: null, set: [], from: null };
  const at = (number: number | null) => ({ ...side, version: number });
  const [a, b] =
    version < latest
      ? [at(version), at(null)]
      : latest > 1
        ? [at(latest - 1), at(null)]
        : [at(null), at(null)];
  return (
    <Link href={`/lab/compare?${compareQuery({ a, b, asOf: null })}`}>
      {latest === 1
        ? 'Compare with another pact'
        : `Compare with version ${version < latest ? latest : latest - 1}`}
    </Link>
  );
}
