import { formatDate } from '../../core/shared/plain-date.js';
import { dayOf } from '../../platform/today.js';

const WALL_CLOCK = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'Asia/Jakarta',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as people write it, in western Indonesian time: "5 Oktober 2026 pukul 14.05 WIB". */
export function moment(at: Date): string {
  return `${formatDate(dayOf(at))} pukul ${WALL_CLOCK.format(at)} WIB`;
}
