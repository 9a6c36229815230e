import { dueText, dueTone } from '../../lib/dates';

/** How long a loan still runs, in words, with the urgency marked by more than colour. */
Component({
  properties: { daysLeft: { type: Number, value: 0 } },
  data: { tone: dueTone(0) as string, text: dueText(0), mark: 'clock' },
  observers: {
    daysLeft(daysLeft: number) {
      const tone = dueTone(daysLeft);
      this.setData({ tone, text: dueText(daysLeft), mark: tone === 'overdue' ? 'alert' : 'clock' });
    },
  },
});
