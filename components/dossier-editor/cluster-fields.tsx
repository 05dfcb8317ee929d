'use client';

import { DEPENDENCE_WORDS } from '@/components/incident/words';
import { ChoiceField } from '@/components/log/fields';
import form from '@/components/log/form.module.css';
import { SeveralField } from '@/components/log/list-fields';
import { optionsFrom } from '@/components/log/options';
import { useQuietDraft } from './quiet-draft';

interface Props {
  readonly prefix: string;
  readonly at: number;
}

/** On whose evidence a claim rests, and how it depends on the others that share it. */
export function ClusterFields({ prefix, at }: Props) {
  const { claims = [] } = useQuietDraft();
  const own = claims[at];
  const others = claims.filter((_, index) => index !== at);
  const name = (cluster: string): string => {
    const who = others
      .filter((claim) => (claim.cluster ?? claim.id) === cluster)
      .map((claim) => claim.claimant?.name || claim.id || '');
    return who.length === 0 ? `“${cluster}”, so far alone` : `that of ${who.join(', ')}`;
  };
  const clusters = new Set(
    [own?.cluster, ...others.map(({ cluster, id }) => cluster ?? id)].filter(
      (cluster): cluster is string => typeof cluster === 'string' && cluster !== '',
    ),
  );
  if (own?.id !== undefined) clusters.add(own.id);
  return (
    <fieldset className={form.group}>
      <legend>Evidence it rests on</legend>
      <div className={form.row}>
        <ChoiceField
          name={`${prefix}.cluster`}
          label="Evidence cluster"
          hint="Claims on the same evidence count once."
          options={[...clusters].map((value) => ({
            value,
            label: value === own?.id ? 'its own evidence' : name(value),
          }))}
        />
        <ChoiceField
          name={`${prefix}.dependence`}
          label="Within it, this claim"
          options={optionsFrom(DEPENDENCE_WORDS)}
        />
        <SeveralField
          name={`${prefix}.derivedFrom`}
          label="Repeats"
          optional
          options={others.flatMap(({ id, claimant }) =>
            id === undefined
              ? []
              : [{ value: id, label: `${claimant?.name || 'unnamed'} (${id})` }],
          )}
        />
      </div>
    </fieldset>
  );
}
