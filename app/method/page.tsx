import type { Metadata } from 'next';
import { MethodPage } from '@/components/method/method-page';
import { reachOf } from '@/domain/permission';
import { ENGINE_VERSION, POLICY_2026_11 } from '@/domain/policy';
import { actorFrom } from '@/server/actor';
import { corpus, visibleIncidents } from '@/server/corpus';

export const metadata: Metadata = { title: 'Method' };

export default async function Page() {
  const held = await corpus();
  return (
    <MethodPage
      policy={POLICY_2026_11}
      engine={ENGINE_VERSION}
      corpus={{
        incidents: visibleIncidents(held, reachOf(await actorFrom())).length,
        pacts: held.pacts.length,
        compiledOn: held.compiledOn,
      }}
    />
  );
}
