import type { Branch } from '../../../typings/contract';

interface Row {
  branchId: string;
  name: string;
  address: string;
  hours: string;
  note: string;
}

/** One branch out of a few, each with what helps to choose. Event `choose` with `{ branchId }`. */
Component({
  properties: {
    branches: { type: Array, value: [] as Branch[] },
    chosen: { type: String, value: '' },
    /** branchId → a word on it, "此馆在架 2 册". */
    notes: { type: Object, value: {} as Record<string, string> },
  },
  data: { rows: [] as Row[] },
  observers: {
    'branches, notes'(branches: Branch[], notes: Record<string, string>) {
      const rows = branches.map((branch) => ({
        branchId: branch.branchId,
        name: branch.name,
        address: branch.address,
        hours: branch.todayHours ? `今天 ${branch.todayHours}` : '今天闭馆',
        note: notes[branch.branchId] ?? '',
      }));
      this.setData({ rows });
    },
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { branchId: String(event.currentTarget.dataset.id) });
    },
  },
});
