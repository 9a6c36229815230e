import { daysBetween, localDateOf, longDate } from '../../lib/dates';

/** Says that what is shown is the last known state, and from when. Event: `retry`. */
Component({
  properties: {
    /** "offline" or "failed". */
    reason: { type: String, value: 'offline' },
    /** Milliseconds when it was answered; 0 when it is of this visit. */
    at: { type: Number, value: 0 },
  },
  data: { when: '' },
  observers: {
    at(at: number) {
      this.setData({ when: at ? whenText(at, Date.now()) : '' });
    },
  },
  methods: {
    retry() {
      this.triggerEvent('retry');
    },
  },
});

function whenText(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return '刚才';
  if (minutes < 60) return `${minutes} 分钟前`;
  const days = daysBetween(localDateOf(at), localDateOf(now));
  if (days === 0) return `${Math.floor(minutes / 60)} 小时前`;
  return days === 1 ? '昨天' : longDate(localDateOf(at));
}
