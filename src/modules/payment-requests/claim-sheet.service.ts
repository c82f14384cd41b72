import { Injectable } from '@nestjs/common';
import type { Claim } from '../../core/payment/claim.js';
import { claimLayout } from '../../core/payment/claim-sheet.js';
import type { Problem } from '../../core/formats/sheet/problem.js';
import { readTable } from '../../platform/spreadsheet/read-table.js';

/** A nagari's own payment list: either read whole, or every problem in it. */
export interface ClaimSheet {
  readonly claims: readonly Claim[];
  readonly problems: readonly Problem[];
}

@Injectable()
export class ClaimSheetService {
  /** @throws DomainError when the file cannot be read at all */
  async read(path: string): Promise<ClaimSheet> {
    const { rows, problems } = await readTable(path, claimLayout);
    return { claims: rows.flatMap((row) => (row.values === undefined ? [] : [row.values])), problems };
  }
}
