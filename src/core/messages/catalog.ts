import { databaseMessages } from './database.js';

/**
 * The wording of every error, in Bahasa Indonesia: what is wrong and what to do. One map; a code that is
 * not here does not compile, and `{name}` in a text is a fact that the error must bring.
 */
export const messages = {
  ...databaseMessages,
} as const;

export type ErrorCode = keyof typeof messages;

type FactNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | FactNames<Rest>
  : never;

/** What an error is about. A bigint is money and is shown as rupiah. */
export type Fact = string | number | bigint;

/** The facts that the wording of a code asks for, by name. */
export type FactsOf<Code extends ErrorCode> = Readonly<Record<FactNames<(typeof messages)[Code]>, Fact>>;
