import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import type { makeRouter } from './router';
import { schemeManager, theme, tokenResolver } from './theme';

export function App({ router }: { router: ReturnType<typeof makeRouter> }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={tokenResolver} colorSchemeManager={schemeManager} defaultColorScheme="auto">
      <QueryClientProvider client={client}><RouterProvider router={router} /></QueryClientProvider>
    </MantineProvider>
  );
}
