import type { ReactNode } from 'react';
import { AdminNav } from '@/components/admin/admin-nav';
import { adminPartsOf } from '@/domain/administration';
import { actorFrom } from '@/server/actor';

/** The parts of administration above each of them. */
export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const parts = adminPartsOf(await actorFrom());
  return (
    <>
      <AdminNav places={parts.map(({ path, label }) => ({ href: `/admin/${path}`, label }))} />
      {children}
    </>
  );
}
