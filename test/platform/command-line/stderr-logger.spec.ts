import { Logger } from '@nestjs/common';
import { StderrLogger } from '../../../src/platform/command-line/stderr-logger.js';

describe('StderrLogger', () => {
  it('says what a person should know, one line each, and nothing of how the app is put together', () => {
    const lines: string[] = [];
    Logger.overrideLogger(new StderrLogger((line) => lines.push(line)));
    const logger = new Logger('Database');
    logger.log('put together');
    logger.warn('the data lies elsewhere');
    logger.error(new Error('thrown as well'));
    expect(lines).toEqual(['the data lies elsewhere\n']);
  });
});
