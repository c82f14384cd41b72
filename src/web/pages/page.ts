import { SetMetadata } from '@nestjs/common';
import type { ComponentChildren } from 'preact';

const PAGE = 'honor:page';

/** What a page handler answers when there is something to see. */
export class Page {
  constructor(
    readonly title: string,
    readonly body: ComponentChildren,
    readonly status = 200,
  ) {}
}

/** What a page handler answers when the browser goes on to another of our pages, after a change. */
export class LeadsTo {
  constructor(readonly path: string) {}
}

/** The controller answers people in browsers, with pages; not programs. */
export const AnswersPages = () => SetMetadata(PAGE, true);

export function answersPages(controller: object): boolean {
  return Reflect.getMetadata(PAGE, controller) === true;
}
