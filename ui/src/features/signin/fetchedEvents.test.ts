import { afterEach, expect, test, vi } from 'vitest';
import { FetchedEvents } from './fetchedEvents';

const CLOSED = 2;

let asked: Headers[] = [];
let stream: FetchedEvents | null = null;

/** Answers each request by the parts of a stream, or with a status. */
function serve(...answers: (readonly string[] | number)[]) {
  asked = [];
  vi.stubGlobal('fetch', (_path: string, { headers }: RequestInit) => {
    asked.push(new Headers(headers));
    const answer = answers[asked.length - 1];
    if (answer === undefined) return new Promise(() => {});
    if (typeof answer === 'number') return Promise.resolve(new Response(null, { status: answer }));
    return Promise.resolve(new Response(new ReadableStream({
      start(controller) {
        for (const part of answer) controller.enqueue(new TextEncoder().encode(part));
        controller.close();
      },
    })));
  });
  stream = new FetchedEvents('/api/v1/stream', () => Promise.resolve('Bearer t'));
  const heard: string[] = [];
  for (const type of ['open', 'error', 'release', 'message']) {
    stream.addEventListener(type, (event) => heard.push(event instanceof MessageEvent ? `${type} ${event.lastEventId} ${event.data}` : type));
  }
  return heard;
}

afterEach(() => stream?.close());

test('events come as they are sent, wherever the network cuts them', async () => {
  const heard = serve(['retry: 5\n\n:\n\nid: 7\nevent: rel', 'ease\ndata: {"a":', '1}\n\nid: 8\ndata: x\n', '\n']);
  await vi.waitFor(() => expect(heard).toEqual(['open', 'release 7 {"a":1}', 'message 8 x', 'error']));
  expect(asked[0]?.get('Authorization')).toBe('Bearer t');
});

test('a stream that is lost is opened again after the time that the server gave, from the last event on', async () => {
  serve(['retry: 5\nid: 6\n\nid: 7\ndata: x\n\n'], ['id: 8\ndata: y\n\n']);
  await vi.waitFor(() => expect(asked.length).toBe(3));
  expect(asked.map((headers) => headers.get('Last-Event-ID'))).toEqual([null, '7', '8']);
});

test('a stream that is refused is closed', async () => {
  const heard = serve(401);
  await vi.waitFor(() => expect(heard).toEqual(['error']));
  expect(stream?.readyState).toBe(CLOSED);
});

test('a stream that is closed tells nothing more', async () => {
  const heard = serve(['retry: 1\n\n']);
  stream?.close();
  await new Promise((done) => setTimeout(done, 20));
  expect(heard).toEqual([]);
  expect(asked.length).toBeLessThan(2);
});

