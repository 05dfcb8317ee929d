import Link from 'next/link';
import { compareQuery } from '@/domain/lab/compare-address';
import { FIRST_PACT } from '@/domain/standing-filter';

interface Props {
  readonly id: string;
  /** The version it was forked from; null: a new pact. */
  readonly pactId: string | null;
  readonly pactVersion: number | null;
}

/** Where a draft is looked at: in the lab, and beside the version it was forked from. */
export function DraftLinks({ id, pactId, pactVersion }: Props) {
  const side = { set: [], from: null };
  const b = { ...side, pact: pactId ?? FIRST_PACT, draft: id, version: null };
  const a = pactId === null ? b : { ...b, draft: null, version: pactVersion };
  return (
    <>
      <Link href={`/lab?draft=${id}`}>Open in the lab</Link>{' '}
      <Link href={`/lab/compare?${compareQuery({ a, b, asOf: null })}`}>
        {pactId === null ? 'Compare with a pact' : `Compare with version ${pactVersion}`}
      </Link>
    </>
  );
}
