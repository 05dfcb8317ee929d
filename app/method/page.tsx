import type { Metadata } from 'next';
import { MethodPage } from '@/components/method/method-page';
import { ENGINE_VERSION } from '@/domain/policy';
import { actorFrom } from '@/server/actor';
import { corpus, visibleIncidents } from '@/server/corpus';
import { isTooLarge } from '@/server/corpus/size';
import { listIncidents } from '@/server/incidents';
import { library } from '@/server/library';
import { policyInForce } from '@/server/policy-in-force';
import { visibilityOf } from '@/server/review/blind';
import { codingReliability } from '@/server/review/reliability';

export const metadata: Metadata = { title: 'Method' };

export default async function Page() {
  const held = await library();
  const visibility = await visibilityOf(await actorFrom());
  return (
    <MethodPage
      policy={await policyInForce()}
      engine={ENGINE_VERSION}
      reliability={await codingReliability()}
      corpus={{
        incidents: (await isTooLarge())
          ? (await listIncidents({ pageSize: 1 }, visibility)).total
          : visibleIncidents(await corpus(), visibility).length,
        pacts: held.pacts.length,
        compiledOn: held.compiledOn,
      }}
    />
  );
}
