import { isMonthly, type HonorComponent } from '../policy/honor-component.js';
import { activityAmount, activityKindsAmount } from './activity-amount.js';
import { attendanceAmount } from './attendance-amount.js';
import type { ComponentOutcome, WorkedMonth } from './component-outcome.js';
import { monthlyAmount } from './monthly-amount.js';
import { lumpAmount } from './lump-amount.js';

/**
 * Works one component out for one kader and month, before it is split over sources.
 *
 * @throws DomainError `honor.rate-missing` when it has no amount for her role, tier or bidang
 */
export function componentAmount(component: HonorComponent, worked: WorkedMonth): ComponentOutcome {
  if (isMonthly(component)) return monthlyAmount(component, worked);
  switch (component.kind) {
    case 'per-activity':
    case 'transport':
      return activityAmount(component, worked);
    case 'by-activity-kind':
      return activityKindsAmount(component, worked);
    case 'attendance-threshold':
      return attendanceAmount(component, worked);
    case 'lump':
    case 'thirteenth-month':
      return lumpAmount(component, worked);
  }
}
