import { act } from '../../lib/call';
import { load } from '../../lib/load';
import type { RefusalLine } from '../../lib/refusals';
import { headingOf, lines } from '../../lib/tell';
import { pickRow, ticked, type PickRow } from './rows';

/**
 * The sheet "加入书单" over a title: one's own lists to tick, and a new one. Whoever has no reader card is
 * offered one. Events: `close`; `change` with `{ lists }`, on how many of one's lists the title is now.
 */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    titleId: { type: String, value: '' },
  },
  data: {
    state: { kind: 'loading' },
    rows: [] as PickRow[],
    limit: 0,
    /** The list that is being ticked. */
    busy: '',
    creating: false,
    saving: false,
    no: '',
    problem: [] as RefusalLine[],
  },
  observers: {
    visible(visible: boolean) {
      // After the update that opened it: an observer must not set data in the middle of one.
      if (visible) wx.nextTick(() => void this.begin());
    },
  },
  methods: {
    begin() {
      names.delete(this);
      this.setData({ creating: false, problem: [], no: '' });
      return this.load();
    },
    async load() {
      const { titleId } = this.data;
      await load(this, {
        action: 'lists.mine',
        input: { titleId },
        show: ({ list, limit }) => ({ rows: list.map(pickRow), limit }),
      });
    },
    async tick(event: WechatMiniprogram.TouchEvent) {
      const i = Number(event.currentTarget.dataset.index);
      const row = this.data.rows[i];
      if (!row || this.data.busy) return;
      const input = { listId: row.listId, titleId: this.data.titleId };
      this.setData({ busy: row.listId, problem: [] });
      const outcome = await (row.has ? act('lists.take', input) : act('lists.add', input));
      if (outcome.kind === 'value') {
        this.setData({ busy: '', [`rows[${i}]`]: ticked(row, !row.has, outcome.value.titles) });
        this.tellCount();
      } else this.setData({ busy: '', problem: lines(outcome) ?? [], no: headingOf(outcome, '未能修改') });
    },
    beginNew() {
      this.setData({ creating: true, problem: [] });
    },
    type(event: WechatMiniprogram.Input) {
      names.set(this, event.detail.value);
    },
    async create() {
      const name = (names.get(this) ?? '').trim();
      if (this.data.saving) return;
      if (!name) {
        this.setData({ no: '', problem: [{ code: 'name', text: '请给书单起个名字。' }] });
        return;
      }
      this.setData({ saving: true, problem: [] });
      const outcome = await act('lists.create', { name, about: '', titleId: this.data.titleId });
      if (outcome.kind !== 'value') {
        this.setData({ saving: false, problem: lines(outcome) ?? [], no: headingOf(outcome, '未能新建') });
        return;
      }
      const [want, ...others] = this.data.rows;
      const made = pickRow(outcome.value);
      this.setData({ saving: false, creating: false, rows: want ? [want, made, ...others] : [made] });
      names.delete(this);
      this.tellCount();
    },
    tellCount() {
      this.triggerEvent('change', { lists: this.data.rows.filter(({ has }) => has).length });
    },
    close() {
      if (!this.data.saving) this.triggerEvent('close');
    },
  },
});

/** What is being typed, beside the data: echoing it through setData moves the cursor. */
const names = new WeakMap<object, string>();
