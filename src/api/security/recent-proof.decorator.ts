import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

const RECENT_PROOF = 'honor:recent-proof';

/** Under which name the OpenAPI document says it. */
const WANTS_RECENT_PROOF = 'x-recent-proof';

/**
 * The route gives somebody a way in, or takes one away: whoever sits down at a browser that was left open must show
 * first who she is (`POST sessions/current/confirmation`, or a fresh sign-in).
 */
export const WantsRecentProof = () =>
  applyDecorators(SetMetadata(RECENT_PROOF, true), ApiExtension(WANTS_RECENT_PROOF, true));

export function wantsRecentProof(handler: object): boolean {
  return Reflect.getMetadata(RECENT_PROOF, handler) === true;
}
