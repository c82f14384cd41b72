import { Presets, SingleBar } from 'cli-progress';

/** Works through a list one by one, with a bar on a terminal; nothing is drawn where nobody watches. */
export async function withProgressBar<Item>(
  label: string,
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const format = `${label.padEnd(20)} {bar} {value}/{total} ({duration_formatted})`;
  const bar = new SingleBar(
    { format, hideCursor: true, clearOnComplete: true, stream: process.stderr },
    Presets.rect,
  );
  bar.start(items.length, 0);
  try {
    for (const item of items) {
      await act(item);
      bar.increment();
    }
  } finally {
    bar.stop();
  }
}
