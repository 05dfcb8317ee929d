import { Section } from '@/components/section';
import { AddEvidence } from './add-evidence';
import classes from './evidence.module.css';
import { EvidenceEntry } from './evidence-entry';
import type { EvidenceAbout, EvidenceItem } from './item';

interface Props {
  readonly about: EvidenceAbout;
  readonly items: readonly EvidenceItem[];
  readonly mayAdd: boolean;
}

/** What is kept of a record's evidence: what it is, its hash, who had it; sealed where it can hurt again. */
export function EvidenceSection({ about, items, mayAdd }: Props) {
  return (
    <Section
      id="evidence"
      title="Evidence"
      note="Files are kept under their SHA-256, computed in the browser and again on arrival. What is sealed is shown by hash, description and working copy; opening it takes a reason, which is kept."
    >
      {items.length === 0 ? (
        <p className="muted">No evidence is kept with this record.</p>
      ) : (
        <ul className={classes.list}>
          {items.map((item) => (
            <EvidenceEntry key={item.id} item={item} mayAdd={mayAdd} />
          ))}
        </ul>
      )}
      {mayAdd ? <AddEvidence about={about} /> : null}
    </Section>
  );
}
