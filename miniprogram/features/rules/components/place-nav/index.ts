import { rulesRoutes } from '../../routes';

const PLACES = [
  { id: 'matrix', name: '流通规则', icon: 'settings' },
  { id: 'try', name: '试一试', icon: 'search' },
  { id: 'calendar', name: '开馆日历', icon: 'calendar' },
  { id: 'staff', name: '馆员', icon: 'shield' },
  { id: 'jobs', name: '自动任务', icon: 'clock' },
] as const;

/** The pages of the rules beside each other. */
Component({
  properties: { here: { type: String, value: '' } },
  data: { places: PLACES.map((place) => ({ ...place })) },
  methods: {
    go(event: WechatMiniprogram.TouchEvent) {
      const to = event.currentTarget.dataset.to as (typeof PLACES)[number]['id'];
      if (to !== this.data.here) wx.redirectTo({ url: rulesRoutes[to] });
    },
  },
});
