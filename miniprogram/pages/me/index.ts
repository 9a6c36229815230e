import { load } from '../../lib/load';
import { elderMode, keepLook, lookNow, setElderMode } from '../../lib/look';
import { open, routes } from '../../lib/routes';
import { noteHome } from '../../lib/session';
import { meView } from './me-view';

/** Rows by name, so that the markup names where a row goes and nothing else. */
const PLACES: Record<string, string> = {
  card: routes.card,
  loans: routes.myLoans,
  holds: routes.myHolds,
  events: routes.myEvents,
  inbox: routes.inbox,
  lectures: routes.lectures,
  settings: routes.settings,
  desk: routes.desk,
  apply: routes.apply,
  link: routes.link,
};

Page({
  data: { look: lookNow(), elder: elderMode(), state: { kind: 'loading' } },
  onShow() {
    keepLook(this);
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  async load() {
    // Home's answer holds the counts too: one call, and the last known one serves both tabs.
    const outcome = await load(this, {
      action: 'home.show',
      input: {},
      keepAs: 'home.show',
      show: (home) => ({ ...meView(home) }),
    });
    if (outcome.kind === 'value') noteHome(outcome.value);
  },
  /** One tap for large type: from this tab, without a way through the settings. */
  toggleElder() {
    setElderMode(!this.data.elder);
    keepLook(this);
  },
  go(event: WechatMiniprogram.TouchEvent) {
    const url = PLACES[String(event.currentTarget.dataset.to)];
    if (url) open(url);
  },
});
