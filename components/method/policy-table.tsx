import { methodSection } from '@/components/method-link';
import type { Policy, PolicyEntry } from '@/domain/policy';
import { PlainTable } from './plain-table';

const isFigure = (entry: PolicyEntry<unknown>): entry is PolicyEntry<number> =>
  typeof entry.value === 'number';

/** The figures of the policy that belong to a section of this page, as they are in force now. */
export function PolicyTable({
  policy,
  section,
}: {
  readonly policy: Policy;
  readonly section: string;
}) {
  const entries: readonly PolicyEntry<unknown>[] = Object.values(policy.entries);
  const own = entries.filter(isFigure).filter(({ reference }) => {
    const at = methodSection(reference) ?? '3-1';
    return at === section;
  });
  return (
    <PlainTable
      caption={`Values in force, policy ${policy.version}`}
      headers={['Value', 'Reference', 'In force']}
      figures={[2]}
      rows={own.map(({ label, reference, value }) => [label, reference, `${value}`])}
    />
  );
}
