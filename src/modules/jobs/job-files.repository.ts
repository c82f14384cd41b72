import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

/** What came with a job, or what it made. */
export type JobFilePart = 'given' | 'made';

const PIECE_BYTES = 1 << 20;

/** Files of jobs, in pieces that are sealed one by one: no file is ever whole in memory. */
@Injectable()
export class JobFilesRepository {
  constructor(private readonly vault: FieldVault) {}

  /** Keeps a file from the disk, and answers its length. */
  async store(database: Queryable, jobId: number, part: JobFilePart, path: string): Promise<number> {
    let [position, bytes] = [0, 0];
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
      const content = piece as Buffer;
      await database.query('insert into job_file (job_id, part, position, content) values ($1, $2, $3, $4)', [
        jobId,
        part,
        position,
        this.vault.seal(purposes.jobFile, content.toString('base64')),
      ]);
      position += 1;
      bytes += content.length;
    }
    return bytes;
  }

  /** The pieces in their order; none when there is no such file. */
  async *pieces(database: Queryable, jobId: number, part: JobFilePart): AsyncGenerator<Buffer> {
    for (let position = 0; ; position += 1) {
      const [piece] = await queryRows<{ content: Buffer }>(
        database,
        'select content from job_file where job_id = $1 and part = $2 and position = $3',
        [jobId, part, position],
      );
      if (piece === undefined) return;
      yield Buffer.from(this.vault.open(purposes.jobFile, piece.content), 'base64');
    }
  }

  async has(database: Queryable, jobId: number, part: JobFilePart): Promise<boolean> {
    const rows = await queryRows(database, 'select from job_file where job_id = $1 and part = $2 limit 1', [
      jobId,
      part,
    ]);
    return rows.length > 0;
  }

  async remove(database: Queryable, jobId: number, part: JobFilePart): Promise<void> {
    await database.query('delete from job_file where job_id = $1 and part = $2', [jobId, part]);
  }
}
