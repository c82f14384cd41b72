import { SetMetadata } from '@nestjs/common';

const KEEPS_NO_ANSWER = 'honor:keeps-no-answer';

/** What this route shows is written down each time it is shown: asked again with the same key, it is done again. */
export const KeepsNoAnswer = () => SetMetadata(KEEPS_NO_ANSWER, true);

export function keepsNoAnswer(handler: object): boolean {
  return Reflect.getMetadata(KEEPS_NO_ANSWER, handler) === true;
}
