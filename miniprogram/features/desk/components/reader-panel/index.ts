import type { ReaderPanel } from '../../check-out-view';

/** Who stands at the desk: what they have, what stops them, what waits for them. Event `renew` with `{ loanId }`. */
Component({
  properties: {
    reader: { type: Object, value: null as unknown as ReaderPanel },
    /** On a phone, once scanning began: the result needs the room more than the particulars do. */
    brief: { type: Boolean, value: false },
    /** The loan that is being renewed. */
    renewing: { type: String, value: '' },
  },
  data: { unfolded: false },
  observers: {
    'reader.readerId'() {
      this.setData({ unfolded: false });
    },
  },
  methods: {
    fold() {
      this.setData({ unfolded: !this.data.unfolded });
    },
    renew(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('renew', { loanId: String(event.currentTarget.dataset.id) });
    },
  },
});
