import { Injectable } from '@nestjs/common';
import { invariant } from '../../core/shared/invariant.js';
import type { AskingCheck } from '../../modules/jobs/jobs.service.js';
import { AccessService } from '../../modules/access/access.service.js';
import { CalculationWork } from '../honor/calculation.work.js';
import { ImportWork } from '../imports/import.work.js';
import { LedgerExportWork } from '../ledger-exports/ledger-export.work.js';
import { PseudonymisationWork } from '../privacy/pseudonymisation.work.js';
import { HeldRoutes } from './held-routes.service.js';
import { routeKinds, type LongWork, type RouteKind } from './long-work.js';
import { RouteWork } from './route.work.js';

/** Everything that may become a job, by its kind. */
@Injectable()
export class LongWorks {
  private readonly byKind: ReadonlyMap<string, LongWork>;
  private readonly byRouteKind: ReadonlyMap<RouteKind, RouteWork>;

  constructor(
    private readonly access: AccessService,
    calculation: CalculationWork,
    sheets: ImportWork,
    exports: LedgerExportWork,
    pseudonymisation: PseudonymisationWork,
    routes: HeldRoutes,
  ) {
    const ofRoutes = routeKinds.map((kind) => new RouteWork(kind, routes, access));
    this.byRouteKind = new Map(ofRoutes.map((work) => [work.kind, work]));
    const works: readonly LongWork[] = [calculation, sheets, exports, pseudonymisation, ...ofRoutes];
    this.byKind = new Map(works.map((work) => [work.kind, work]));
  }

  get kinds(): readonly string[] {
    return [...this.byKind.keys()];
  }

  of(kind: string): LongWork {
    const work = this.byKind.get(kind);
    invariant(work !== undefined, 'a job is of a kind that is known');
    return work;
  }

  ofRoute(kind: RouteKind): RouteWork {
    const work = this.byRouteKind.get(kind);
    invariant(work !== undefined, 'a route is of a kind that is known');
    return work;
  }

  /** Refuses whoever acts now where the route of such work would refuse her. @throws DomainError */
  readonly assertMayAsk: AskingCheck = (kind, wish) => {
    const work = this.of(kind);
    // It was checked when it came in, and sealed since.
    const asked = wish as object;
    this.access.requireAsking(work.operation(asked));
    work.admit(asked);
  };
}
