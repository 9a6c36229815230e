import type { RefusalLine } from '../../../../lib/refusals';
import { open } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { listen, replayNow } from '../../offline/desk-line';
import type { KeptScan } from '../../offline/line';
import type { Settled } from '../../offline/replaying';
import { deskRoutes } from '../../routes';
import { stripText } from './words';

/**
 * Says that there is no network and how many scans wait, on every page of the desk. Event `settled` with
 * `{ scan, what }` for each scan that the library has answered meanwhile.
 */
Component({
  properties: {
    /** On a phone, once scanning began: the card of each scan says the same. */
    brief: { type: Boolean, value: false },
  },
  data: {
    shown: false,
    text: '',
    note: '',
    button: '',
    problem: none<RefusalLine>(),
  },
  lifetimes: {
    attached() {
      const stop = listen({
        changed: (state) => this.setData({ ...stripText(state), problem: state.problem }),
        settled: (scan: KeptScan, what: Settled) => this.triggerEvent('settled', { scan, what }),
      });
      stops.set(this, stop);
    },
    detached() {
      stops.get(this)?.();
    },
  },
  methods: {
    again() {
      void replayNow();
    },
    help() {
      open(deskRoutes.helpOn('offline'));
    },
  },
});

const stops = new WeakMap<object, () => void>();
