/** The provider did not answer, or answered that something is wrong with it. */
class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

/** `fetch` that says so when nobody answers: the library reports that and a wrong answer in one way. */
export async function fetchOrAway(url: string, options: object): Promise<Response> {
  const answer = await fetch(url, options).catch((cause: unknown) => {
    throw new ProviderAway('no answer', { cause });
  });
  if (answer.status >= 500) throw new ProviderAway(`status ${String(answer.status)}`);
  return answer;
}

/** That error among the causes of another. */
export function findAway(error: unknown): Error | undefined {
  if (error instanceof ProviderAway) return error;
  return error instanceof Error && error.cause !== undefined ? findAway(error.cause) : undefined;
}
