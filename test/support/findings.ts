import type { INestApplicationContext } from '@nestjs/common';
import { ControlsService } from '../../src/modules/controls/controls.service.js';

/** Answers every warning of a request in writing, as its preparer would. */
export async function answerFindings(
  app: INestApplicationContext,
  number: string,
  by: number,
): Promise<void> {
  const controls = app.get(ControlsService);
  for (const { finding, severity } of await controls.run(number)) {
    if (severity === 'warn') await controls.answer(number, finding, 'Sudah diperiksa, lihat lampiran.', by);
  }
}
