import Link from 'next/link';
import { PageHead } from '@/components/incident/page-head';

interface Props {
  readonly coding: { readonly id: string; readonly title: string };
}

/** In the place of a record that its reader still has to code without seeing the codes of others. */
export function OwnCodingFirst({ coding }: Props) {
  return (
    <PageHead title="Your own coding comes first">
      <p>
        You are the second coder of “{coding.title}”. Until your coding is in, its codes, its
        history and every finding that rests on them are kept from you, so that the two codings can
        be compared.
      </p>
      <p>
        <Link href={`/codings/${coding.id}`}>Code it</Link>
      </p>
    </PageHead>
  );
}
