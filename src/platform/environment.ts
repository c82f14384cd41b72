export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable without the blanks around it; an empty one counts as not set. */
export function textOf(environment: Environment, variable: string): string | undefined {
  const text = environment[variable]?.trim();
  return text === '' ? undefined : text;
}
