/** How an identity provider says it made sure of somebody (OpenID Connect Core 1.0, section 2). */
export interface WaysOfMakingSure {
  /** The class of the whole sign-in. */
  readonly acr: string | undefined;
  /** Each method that was used. */
  readonly amr: readonly string[];
}

/** Whether the provider says, in one of the agreed words, that it asked for a second factor; without agreed words never. */
export function isSecondFactorVouched({ acr, amr }: WaysOfMakingSure, agreed: readonly string[]): boolean {
  return agreed.some((word) => word === acr || amr.includes(word));
}
