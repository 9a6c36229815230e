import type { ReaderPanel } from '../../check-out-view';

/**
 * Who stands at the desk: what they have, what stops them, what waits for them. Events `renew` with
 * `{ loanId }`, `pay` with `{ readerId }`, `more`.
 */
Component({
  properties: {
    reader: { type: Object, value: null as unknown as ReaderPanel },
    /** On a phone, once scanning began: the result needs the room more than the particulars do. */
    brief: { type: Boolean, value: false },
    /** The last scan: a new one folds the loans on a phone, so that its result is seen. */
    scan: { type: String, value: '' },
    /** The loan that is being renewed. */
    renewing: { type: String, value: '' },
  },
  data: { unfolded: false, shown: '' },
  observers: {
    scan() {
      if (this.data.brief && this.data.unfolded) this.setData({ unfolded: false });
    },
    // Also called when only the loans changed: the list folds for the next reader alone.
    'reader.readerId'(readerId: string | undefined) {
      if (readerId !== this.data.shown) this.setData({ shown: readerId ?? '', unfolded: false });
    },
  },
  methods: {
    fold() {
      this.setData({ unfolded: !this.data.unfolded });
    },
    pay() {
      this.triggerEvent('pay', { readerId: this.data.reader.readerId });
    },
    more() {
      this.triggerEvent('more');
    },
    renew(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('renew', { loanId: String(event.currentTarget.dataset.id) });
    },
  },
});
