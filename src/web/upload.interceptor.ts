import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { countBody } from './bounded-body.js';
import { takeAwayUpload, uploadStorage } from './upload-storage.js';
import type { RequestWithFile } from './uploaded-file.js';

/** A roster of a whole kabupaten is below 2 MB; what a sheet unpacks to is bounded where it is read. */
const MAX_BYTES = 20 * 1024 * 1024;

const TAKES_FILE = 'honor:takes-file';

const limits = { fileSize: MAX_BYTES, files: 1, fields: 0, parts: 1 };

const Receiver = FileInterceptor('file', { limits, storage: uploadStorage });

/** The route takes one file, in the field `file` of a form. */
export function TakesFile() {
  const file = { type: 'string', format: 'binary' };
  const schema = { type: 'object', required: ['file'], properties: { file } };
  return applyDecorators(
    SetMetadata(TAKES_FILE, true),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema }),
  );
}

/**
 * Receives the file of such a route before anything else looks at the request, and takes it away again whatever
 * became of it: also when a field beside it was refused, or the answer was a replay.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  private readonly receiver = new Receiver();

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (Reflect.getMetadata(TAKES_FILE, context.getHandler()) !== true) return next.handle();
    countBody(context.switchToHttp().getRequest(), context.switchToHttp().getResponse());
    const handled = await this.receiver.intercept(context, next);
    const { file } = context.switchToHttp().getRequest<RequestWithFile>();
    return from(takingAway(file?.path, handled));
  }
}

async function takingAway(path: string | undefined, handled: Observable<unknown>): Promise<unknown> {
  try {
    return await lastValueFrom(handled, { defaultValue: undefined });
  } finally {
    if (path !== undefined) await takeAwayUpload(path);
  }
}
