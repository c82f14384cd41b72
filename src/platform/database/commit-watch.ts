import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntitySubscriberInterface, type TransactionCommitEvent } from 'typeorm';
import { queryRow } from './query-rows.js';

/** What somebody watched while an act was done. */
export interface Watched {
  /** True from the moment on in which a transaction that wrote something was about to end well. */
  mayHaveWritten: boolean;
}

/** Knows of an act that failed whether a transaction of it may have been kept, whichever service opened it. */
@Injectable()
export class CommitWatch implements EntitySubscriberInterface {
  private readonly watched = new AsyncLocalStorage<Watched>();

  constructor(dataSource: DataSource) {
    dataSource.subscribers.push(this);
  }

  /** Does `act` and notes in `watched` what its transactions do. */
  during<Result>(watched: Watched, act: () => Result): Result {
    return this.watched.run(watched, act);
  }

  /** Called by TypeORM. Before the commit: an answer that gets lost on the way is no proof that nothing was kept. */
  async beforeTransactionCommit({ manager }: TransactionCommitEvent): Promise<void> {
    const watched = this.watched.getStore();
    if (watched === undefined || watched.mayHaveWritten) return;
    const { writes } = await queryRow<{ writes: boolean }>(
      manager,
      'select pg_current_xact_id_if_assigned() is not null as writes',
    );
    watched.mayHaveWritten = writes;
  }
}
