import { fuse } from '@/domain/attribution';
import { fusionCasesSchema } from '@/domain/fusion-cases';
import { POLICY_2026_11 } from '@/domain/policy';
import { readFile } from './input';
import { done, type Outcome, refused } from './outcome';

/** `fuse FILE`: the opinions that each case's claims give, in the order of the file (method.md 2.4). */
export function fuseCommand(file: string): Outcome {
  const read = readFile(file, fusionCasesSchema);
  if (!read.ok) return refused(...read.faults);
  const cases = read.value.cases.map(({ claims, joint }) => {
    const fused = fuse(claims, { policy: POLICY_2026_11.values, joint });
    const states = [...fused.states].map(([code, { link, state }]) => [
      code,
      {
        link: [link.lower, link.upper],
        state: [state.lower, state.upper],
        linkClusters: link.clusters,
        stateClusters: state.clusters,
      },
    ]);
    return {
      unattributed: fused.unattributed,
      conflict: fused.conflict,
      other: fused.other,
      states: Object.fromEntries(states),
    };
  });
  return done(JSON.stringify({ cases }));
}
