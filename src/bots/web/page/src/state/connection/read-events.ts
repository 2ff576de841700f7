/** Server-sent events of an answer, one JSON each, until it ends or breaks off. */
export async function* readEvents<Event>(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Event, undefined> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as Decoder).getReader();
  let held = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return undefined;
    const parts = `${held}${value}`.split('\n\n');
    held = parts.pop() ?? '';
    for (const part of parts) {
      if (part.startsWith('data: ')) yield JSON.parse(part.slice(6)) as Event;
    }
  }
}

type Decoder = ReadableWritablePair<string, Uint8Array>;
