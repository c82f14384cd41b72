const waiting: (() => Promise<unknown>)[] = [];

/**
 * Has this done when the last test of the file has ended, the newest first. May be said in a test, where `afterAll` may
 * not; and by what files share, which is read once for all files of a worker, so that an `afterAll` beside its functions
 * would be of the first file only.
 */
export function atEndOfFile(act: () => Promise<unknown>): void {
  waiting.push(act);
}

/** For the runner: the file has ended. */
export async function endFile(): Promise<void> {
  for (const act of waiting.splice(0).reverse()) await act();
}
