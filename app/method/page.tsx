import type { Metadata } from 'next';
import { MethodPage } from '@/components/method/method-page';
import { ENGINE_VERSION } from '@/domain/policy';
import { actorFrom } from '@/server/actor';
import { corpus, visibleIncidents } from '@/server/corpus';
import { policyInForce } from '@/server/policy-in-force';
import { visibilityOf } from '@/server/review/blind';
import { codingReliability } from '@/server/review/reliability';

export const metadata: Metadata = { title: 'Method' };

export default async function Page() {
  const held = await corpus();
  return (
    <MethodPage
      policy={await policyInForce()}
      engine={ENGINE_VERSION}
      reliability={await codingReliability()}
      corpus={{
        incidents: visibleIncidents(held, await visibilityOf(await actorFrom())).length,
        pacts: held.pacts.length,
        compiledOn: held.compiledOn,
      }}
    />
  );
}
