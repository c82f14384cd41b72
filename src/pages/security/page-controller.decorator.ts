import { applyDecorators, Controller, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AnswersPages } from '../../web/pages/page.js';
import { FormGuard } from './form.guard.js';
import { PageAnswerInterceptor } from './page-answer.interceptor.js';

/** A controller of pages: guarded forms in, drawn pages out; no part of the API's document. */
export function PageController(path = ''): ClassDecorator {
  return applyDecorators(
    Controller(path),
    AnswersPages(),
    ApiExcludeController(),
    UseGuards(FormGuard),
    UseInterceptors(PageAnswerInterceptor),
  );
}
