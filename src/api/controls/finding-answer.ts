import type { ControlsService } from '../../modules/controls/controls.service.js';
import type { FindingAnswer } from './control.dto.js';

/** A finding as it is told to the outside. */
export function findingAnswer(found: Awaited<ReturnType<ControlsService['list']>>[number]): FindingAnswer {
  const { request, finding, control, code, severity, sentence, evidence } = found;
  const { answer, answeredBy, acceptedBy } = found;
  return { request, finding, control, code, severity, sentence, evidence, answer, answeredBy, acceptedBy };
}
