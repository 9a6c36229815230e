import { act } from '../../../../lib/call';
import { load } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import type { RefusalLine } from '../../../../lib/refusals';
import { fromQuery } from '../../../../lib/routes';
import { headingOf, lines, tell } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import { EMPTY, formOf, remarksFrom, remarksOn, wordsOf, type Remarks, type ResourceForm } from '../../form';
import { ACCESS, KINDS } from '../../resource-view';
import { backToDesk } from '../../routes';

const ACCESSES = (['everywhere', 'with_card', 'in_library'] as const).map((access) => ({
  access,
  name: ACCESS[access].text,
}));

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' },
    resourceId: '',
    /** What the fields begin with; what is typed is kept beside the data. */
    form: EMPTY,
    remarks: {} as Remarks,
    shown: false,
    kinds: KINDS,
    accesses: ACCESSES,
    problem: [] as RefusalLine[],
    no: '',
    saving: false,
    removing: false,
  },
  typed: EMPTY as ResourceForm,
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ resourceId: fromQuery(query, 'resourceId') });
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },
  async load() {
    const { resourceId } = this.data;
    if (resourceId) {
      await load(this, {
        action: 'resourceDesk.get',
        input: { resourceId },
        show: (resource) => this.begin(formOf(resource), resource.shown),
      });
      return;
    }
    // Nothing to fetch for a new one, but who may not edit is told before the form and not after it.
    await load(this, { action: 'resourceDesk.list', input: {}, show: () => this.begin(EMPTY, false) });
  },
  begin(form: ResourceForm, shown: boolean) {
    this.typed = form;
    return { form, shown, remarks: {} };
  },
  type(event: WechatMiniprogram.Input) {
    this.take(String(event.currentTarget.dataset.name) as keyof ResourceForm, event.detail.value);
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const { name, id } = event.currentTarget.dataset as { name: 'kind' | 'access'; id: string };
    this.take(name, id);
    this.setData({ [`form.${name}`]: id });
    if (name === 'access' && this.data.remarks.url) this.setData({ 'remarks.url': '' });
  },
  take(name: keyof ResourceForm, value: string) {
    this.typed = { ...this.typed, [name]: value };
    if (this.data.remarks[name]) this.setData({ [`remarks.${name}`]: '' });
  },
  async save() {
    if (this.data.saving) return;
    const remarks = remarksOn(this.typed);
    this.setData({ remarks, problem: [] });
    if (Object.keys(remarks).length > 0) {
      wx.showToast({ title: '有几处需要改一下', icon: 'none' });
      return;
    }
    this.setData({ saving: true });
    const { resourceId } = this.data;
    const outcome = await act('resourceDesk.save', { resourceId, ...wordsOf(this.typed) });
    this.setData({ saving: false });
    if (outcome.kind === 'invalid') {
      this.setData({ remarks: remarksFrom(outcome.fields) });
      wx.showToast({ title: '有几处需要改一下', icon: 'none' });
      return;
    }
    if (outcome.kind !== 'value') {
      this.setData({ problem: lines(outcome) ?? [], no: headingOf(outcome, '没有保存') });
      return;
    }
    this.setData({ resourceId: outcome.value.resourceId, shown: outcome.value.shown });
    wx.showToast({ title: outcome.value.shown ? '已保存' : '已保存，还未显示给读者', icon: 'none' });
  },
  async flip() {
    const { resourceId, shown, saving } = this.data;
    if (saving || !resourceId) return;
    this.setData({ saving: true });
    const outcome = await act('resourceDesk.show', { resourceId, shown: !shown });
    this.setData({ saving: false });
    if (tell(outcome)) this.setData({ shown: outcome.value.shown });
  },
  askRemove() {
    this.setData({ removing: true });
  },
  keepIt() {
    this.setData({ removing: false });
  },
  async remove() {
    if (this.data.saving) return;
    this.setData({ removing: false, saving: true });
    const outcome = await act('resourceDesk.remove', { resourceId: this.data.resourceId });
    this.setData({ saving: false });
    if (tell(outcome, '已删除')) backToDesk();
  },
});
