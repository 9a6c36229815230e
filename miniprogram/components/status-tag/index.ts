/** A state in a word with a mark, never by colour alone. */
Component({
  properties: {
    /** "good", "soon", "urgent", "accent" or "quiet". */
    tone: { type: String, value: 'quiet' },
    text: { type: String, value: '' },
    icon: { type: String, value: '' },
  },
  data: { mark: 'info' },
  observers: {
    'tone, icon'(tone: string, icon: string) {
      this.setData({ mark: icon || MARKS[tone] || 'info' });
    },
  },
});

const MARKS: Record<string, string> = {
  good: 'check',
  soon: 'clock',
  urgent: 'alert',
  accent: 'bookmark',
  quiet: 'info',
};
