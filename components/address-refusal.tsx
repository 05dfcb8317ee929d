import Link from 'next/link';
import { EmptyState } from './empty-state';

interface Props {
  /** What the address asks for and is not there, each with the name of its parameter. */
  readonly faults: readonly string[];
  readonly href: string;
  readonly label: string;
}

/** In place of a page whose address asks for something that is not there: what, and where to go on. */
export function AddressRefusal({ faults, href, label }: Props) {
  return (
    <EmptyState
      isPage
      title="This address asks for something that is not there"
      action={<Link href={href}>{label}</Link>}
    >
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </EmptyState>
  );
}
