'use client';

import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useEffect, useState } from 'react';
import { cssVariablesResolver, theme } from '@/components/theme';

interface Props {
  readonly children: ReactNode;
  readonly nonce: string;
}

const MINUTE = 60_000;

export function Providers({ children, nonce }: Props) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            ...{ staleTime: MINUTE, refetchOnWindowFocus: false, retry: 1 },
            // A lost network is told like any other failure, and asked again once it is back.
            ...{ networkMode: 'always', refetchOnReconnect: true },
          },
        },
      }),
  );
  // Tells browser stories that controls answer; people are faster to read than scripts to load.
  useEffect(() => {
    document.documentElement.dataset.ready = 'true';
  }, []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
