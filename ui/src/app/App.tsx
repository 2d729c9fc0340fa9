import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useDoor } from '../shared/api/session';
import { chunk } from '../shared/ui/chunk';
import { Panel } from '../shared/ui/Panel';
import type { makeRouter } from './router';
import { schemeManager, theme, tokenResolver } from './theme';

const SignIn = chunk(() => import('../features/signin/SignIn'), 'apart');

export function App({ router }: { router: ReturnType<typeof makeRouter> }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }));
  const door = useDoor();
  // What one person was shown is not kept for the next.
  useEffect(() => { if (!door.open) client.clear(); }, [door.open, client]);
  const go = useCallback((path: string) => router.history.replace(path), [router]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={tokenResolver} colorSchemeManager={schemeManager} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        {door.open ? <RouterProvider router={router} /> : <Panel name="The sign-in" fallback={<main className="page" id="main" />}><SignIn closed={door.closed} go={go} /></Panel>}
      </QueryClientProvider>
    </MantineProvider>
  );
}
