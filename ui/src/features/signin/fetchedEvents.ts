const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 2;

/**
 * A stream of events with a header of our own, which EventSource cannot send. As there, a stream that is lost is opened again with the
 * id of its last event, and one that is refused is closed.
 */
export class FetchedEvents extends EventTarget {
  readyState = CONNECTING;
  private last = '';
  private retry = 1_000;
  private readonly closing = new AbortController();

  constructor(private readonly path: string, private readonly authorization: () => Promise<string>) {
    super();
    void this.follow();
  }

  close(): void {
    this.readyState = CLOSED;
    this.closing.abort();
  }

  private async follow(): Promise<void> {
    while (this.readyState !== CLOSED) {
      const refused = await this.read().catch(() => false);
      if (this.closing.signal.aborted) return;
      this.readyState = refused ? CLOSED : CONNECTING;
      this.dispatchEvent(new Event('error'));
      if (!refused) await new Promise((done) => setTimeout(done, this.retry));
    }
  }

  /** Whether the server refused the stream. */
  private async read(): Promise<boolean> {
    const headers: Record<string, string> = { Accept: 'text/event-stream', Authorization: await this.authorization() };
    if (this.last !== '') headers['Last-Event-ID'] = this.last;
    const { ok, body } = await fetch(this.path, { headers, signal: this.closing.signal });
    if (this.closing.signal.aborted || !ok || body === null) return true;
    this.readyState = OPEN;
    this.dispatchEvent(new Event('open'));
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + part.value).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.tell(block);
    }
    return false;
  }

  private tell(block: string): void {
    const fields = new Map(block.split('\n').map((line) => { const colon = line.indexOf(':'); return [line.slice(0, colon), line.slice(colon + 1).trimStart()]; }));
    this.last = fields.get('id') ?? this.last;
    this.retry = Number(fields.get('retry') ?? this.retry);
    const data = fields.get('data');
    if (data !== undefined) this.dispatchEvent(new MessageEvent(fields.get('event') ?? 'message', { data, lastEventId: this.last }));
  }
}
