/** SHA-256; passed in, because the core does no I/O and knows no platform. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
