import { FACES } from '../../lib/faces';

/** Five faces, one tap. Event: `choose` with `{ faces }`, one to five. */
Component({
  properties: { chosen: { type: Number, value: 0 } },
  data: { faces: FACES },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', {
        faces: Number((event.currentTarget.dataset as { faces?: number }).faces),
      });
    },
  },
});
