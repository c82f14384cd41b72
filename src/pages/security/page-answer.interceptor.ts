import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { csrfTokenOf } from '../../api/security/session-cookie.js';
import type { VisitorRequest } from '../../api/security/visitor.js';
import { drawPage, type Frame } from '../../web/pages/document.js';
import { LeadsTo, Page } from '../../web/pages/page.js';
import { pageHeaders } from '../../web/pages/page-headers.js';
import { FormCookie } from './form-cookie.js';
import { linksFor } from './links-for.js';

/** Draws what a page handler answers, in the frame of whoever asks, with the token that its forms send back. */
@Injectable()
export class PageAnswerInterceptor implements NestInterceptor {
  constructor(private readonly cookie: FormCookie) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<string> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<VisitorRequest>(), http.getResponse<Response>()];
    return next.handle().pipe(map((answer: unknown) => this.drawn(answer, request, response)));
  }

  private drawn(answer: unknown, request: VisitorRequest, response: Response): string {
    pageHeaders(response);
    if (answer instanceof LeadsTo) {
      response.status(303).setHeader('Location', answer.path);
      return answer.path;
    }
    if (!(answer instanceof Page)) throw new Error(`${request.path} answered no page`);
    response.status(answer.status);
    return drawPage(answer, this.frameOf(request, response));
  }

  private frameOf(request: VisitorRequest, response: Response): Frame {
    const { path, visitor } = request;
    if (visitor?.session === undefined) {
      return { path, person: undefined, formToken: this.cookie.tokenFor(request, response) };
    }
    const { fullName } = visitor.person;
    const person = { fullName, links: linksFor(visitor.person) };
    return { path, person, formToken: csrfTokenOf(visitor.session.token) };
  }
}
