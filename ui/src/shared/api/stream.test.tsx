import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { useStream } from './stream';

/** The browser's end of a stream, which a test opens and breaks. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Source[] = [];
  readyState = 0;
  constructor(readonly url: string) {
    super();
    Source.opened.push(this);
  }
  close() {
    this.readyState = Source.CLOSED;
  }
  tell(type: string) {
    this.dispatchEvent(new Event(type));
  }
}

let asked: Record<string, number>;

function Page({ live }: { live: boolean }) {
  useStream(live);
  const board = useQuery({ queryKey: ['board'], queryFn: () => { asked['board'] = (asked['board'] ?? 0) + 1; return asked['board']; } });
  useQuery({ queryKey: ['jobs'], queryFn: () => { asked['jobs'] = (asked['jobs'] ?? 0) + 1; return 1; } });
  return <p>board {board.data}</p>;
}

beforeEach(() => {
  asked = {};
  Source.opened = [];
  vi.stubGlobal('EventSource', Source);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
});

function open(live: boolean) {
  const client = new QueryClient();
  const page = (of: boolean) => <QueryClientProvider client={client}><Page live={of} /></QueryClientProvider>;
  const { rerender } = render(page(live));
  return (of: boolean) => rerender(page(of));
}

const source = () => {
  const last = Source.opened.at(-1);
  if (last === undefined) throw new Error('no stream');
  return last;
};

test('a release has the answers asked for anew, however many events tell of it', async () => {
  open(true);
  await screen.findByText('board 1');
  await act(async () => source().tell('open'));
  expect(asked).toEqual({ board: 1, jobs: 1 });
  await act(async () => { source().tell('release'); source().tell('release'); source().tell('bias'); });
  await screen.findByText('board 2');
  expect(asked).toEqual({ board: 2, jobs: 2 });
});

test('another regime has the answers asked for anew', async () => {
  open(true);
  await screen.findByText('board 1');
  await act(async () => source().tell('regime'));
  await screen.findByText('board 2');
});

test('other weights have the answers asked for anew', async () => {
  open(true);
  await screen.findByText('board 1');
  await act(async () => source().tell('weights'));
  await screen.findByText('board 2');
});

test('a job has only the answers about jobs asked for anew', async () => {
  open(true);
  await screen.findByText('board 1');
  await act(async () => source().tell('job'));
  await vi.waitFor(() => expect(asked).toEqual({ board: 1, jobs: 2 }));
});

test('the past has no stream, and live again has one', () => {
  const show = open(false);
  expect(Source.opened).toHaveLength(0);
  show(true);
  expect(source().url).toBe('/api/v1/stream');
  show(false);
  expect(source().readyState).toBe(Source.CLOSED);
});

test('a hidden tab has no stream', () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  open(true);
  expect(Source.opened).toHaveLength(0);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(Source.opened).toHaveLength(1);
  hidden.mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(source().readyState).toBe(Source.CLOSED);
});

test('a stream that was refused is opened again after ten seconds, one that was lost is left to the browser', () => {
  vi.useFakeTimers();
  try {
    open(true);
    source().tell('error');
    vi.advanceTimersByTime(10_000);
    expect(Source.opened).toHaveLength(1);
    source().readyState = Source.CLOSED;
    source().tell('error');
    vi.advanceTimersByTime(9_999);
    expect(Source.opened).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(Source.opened).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
