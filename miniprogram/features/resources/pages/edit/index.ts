import type { DeskResource } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act } from '../../../../lib/call';
import { load, type PageState } from '../../../../lib/load';
import { acts } from '../../../../lib/screen/acts';
import { one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { given } from '../../../../lib/screen/given';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import {
  EMPTY,
  formOf,
  isField,
  remarksFrom,
  remarksOn,
  wordsOf,
  type Remarks,
  type ResourceForm,
} from '../../form';
import { resourceActs } from '../../resource-acts';
import { ACCESS, KINDS } from '../../resource-view';
import { backToDesk } from '../../routes';

const ACCESSES = (['everywhere', 'with_card', 'in_library'] as const).map((access) => ({
  access,
  name: ACCESS[access].text,
}));

/** One resource, or a new one, which has nothing to fetch: so the page loads by itself. */
Page(
  screen([wide, given('resourceId'), submits(), acts(resourceActs)], {
    data: {
      state: one<PageState>({ kind: 'loading' }),
      /** What the fields begin with; what is typed is kept beside the data. */
      form: EMPTY,
      remarks: one<Remarks>({}),
      shown: false,
      kinds: KINDS,
      accesses: ACCESSES,
    },
    undrawn: () => ({ typed: EMPTY }),
    async onLoad() {
      await this.load();
    },
    async load() {
      const { resourceId } = this.data;
      if (resourceId) {
        const show = (resource: DeskResource) => this.fill(formOf(resource), resource.shown);
        await load(this, { action: 'resourceDesk.get', input: { resourceId }, show });
        return;
      }
      // Who may not edit is told before the form and not after it.
      await load(this, { action: 'resourceDesk.list', input: {}, show: () => this.fill(EMPTY, false) });
    },
    fill(form: ResourceForm, shown: boolean) {
      this.undrawn.typed = form;
      return { form, shown, remarks: {} };
    },
    type(event: WechatMiniprogram.Input) {
      this.take(dataOf(event).name, event.detail.value);
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { name, id = '' } = dataOf(event);
      this.take(name, id);
      this.setData({ [`form.${name}`]: id });
      if (name === 'access' && this.data.remarks.url) this.setData({ 'remarks.url': '' });
    },
    take(name: string | undefined, value: string) {
      if (!isField(name)) return;
      this.undrawn.typed = { ...this.undrawn.typed, [name]: value };
      if (this.data.remarks[name]) this.setData({ [`remarks.${name}`]: '' });
    },
    atFields(remarks: Remarks) {
      wx.showToast({ title: '有几处需要改一下', icon: 'none' });
      return { remarks, refusals: [] };
    },
    async save() {
      const remarks = remarksOn(this.undrawn.typed);
      if (Object.keys(remarks).length > 0) {
        this.setData(this.atFields(remarks));
        return;
      }
      const { resourceId } = this.data;
      this.setData({ remarks });
      const saved = await this.submit(
        'save',
        '没有保存',
        () => act('resourceDesk.save', { resourceId, ...wordsOf(this.undrawn.typed) }),
        // What the library found wrong is said at its fields.
        (outcome) => (outcome.kind === 'invalid' ? this.atFields(remarksFrom(outcome.fields)) : {}),
      );
      if (!saved) return;
      this.setData({ resourceId: saved.resourceId, shown: saved.shown });
      wx.showToast({ title: saved.shown ? '已保存' : '已保存，还未显示给读者', icon: 'none' });
    },
    begin(event: WechatMiniprogram.TouchEvent) {
      const { resourceId, shown } = this.data;
      if (resourceId) void this.start(dataOf(event).act ?? '', { resourceId, shown });
    },
    acted({ id, value }: Acted<{ resourceId: string; shown: boolean }, typeof resourceActs>) {
      if (id === 'remove') backToDesk();
      else this.setData({ shown: value.shown });
    },
  }),
);
