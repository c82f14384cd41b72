import type { FindingKey, StoredFinding } from '../../modules/controls/controls.service.js';
import type { Part } from '../../platform/database/part.js';
import { onePage } from '../../web/page-of.js';
import type { PageWish } from '../../web/page-wish.js';
import type { FindingAnswer, FindingsPage } from './control.dto.js';

/** A finding as it is told to the outside. */
export function findingAnswer(found: StoredFinding): FindingAnswer {
  const { request, finding, control, code, severity, sentence, evidence } = found;
  const { answer, answeredBy, acceptedBy } = found;
  return { request, finding, control, code, severity, sentence, evidence, answer, answeredBy, acceptedBy };
}

/** One page of findings, in the order of their requests. */
export async function findingsPage(
  wish: PageWish,
  read: (part: Part<FindingKey>) => Promise<readonly StoredFinding[]>,
): Promise<FindingsPage> {
  const { items, ...next } = await onePage(wish, ['number', 'number'], read, ({ requestId, finding }) => [
    requestId,
    finding,
  ]);
  return { items: items.map(findingAnswer), ...next };
}
