import { dataOf } from '../../lib/screen/event';
import type { Drawn, Part } from '../../lib/screen/part';
import { advised } from './advice';
import { ROLES, kinds, languages } from './form-choices';
import type { Keeps } from './keeps-draft-part';
import {
  drawnRecord,
  namesIn,
  withKind,
  withLanguage,
  withOnePersonMore,
  withPerson,
  withTyped,
  withoutPerson,
  type Editor,
} from './record-editor';
import { blankForm, type FormMessages, type RecordForm } from './record-form';

/** What stands in the fields when they are drawn; what is typed stands in the editor. */
type Data = ReturnType<typeof drawnRecord> & {
  unfolded: boolean;
  messages: FormMessages;
  numberHint: string;
};

interface Fields {
  type(event: WechatMiniprogram.Input): void;
  typeName(event: WechatMiniprogram.Input): void;
  pickRole(event: WechatMiniprogram.PickerChange): void;
  addPerson(): void;
  removePerson(event: WechatMiniprogram.TouchEvent): void;
  pickLanguage(event: WechatMiniprogram.PickerChange): void;
  pickKind(event: WechatMiniprogram.PickerChange): void;
  unfold(): void;
  classTyped(): void;
  advise(): Promise<void>;
  /** The form as it is now; what was remarked on the field is settled. */
  change(form: RecordForm, field: string): void;
  changePeople(form: RecordForm): void;
}

type Page = Drawn & Fields & Keeps & { data: Data & { editing: boolean }; undrawn: { editor: Editor } };

const formOf = (page: Page): RecordForm => page.undrawn.editor.form;

/** The fields of a record, as they are typed and chosen. */
export const recordFields: Part<
  Data & { roles: typeof ROLES; languages: typeof languages; kinds: typeof kinds },
  Fields,
  { data: { editing: boolean }; undrawn: () => { editor: Editor } }
> = {
  name: 'recordFields',
  data: () => ({
    ...drawnRecord(blankForm()),
    roles: ROLES,
    languages,
    kinds,
    unfolded: false,
    messages: {},
    numberHint: '',
  }),
  methods: {
    type(this: Page, event) {
      const { field = '' } = dataOf(event);
      this.change(withTyped(formOf(this), field, event.detail.value), field);
    },
    typeName(this: Page, event) {
      const name = { name: event.detail.value };
      this.change(withPerson(formOf(this), Number(dataOf(event).key), name), 'people');
    },
    pickRole(this: Page, event) {
      const role = { role: ROLES[Number(event.detail.value)] ?? '' };
      this.changePeople(withPerson(formOf(this), Number(dataOf(event).key), role));
    },
    addPerson(this: Page) {
      this.changePeople(withOnePersonMore(formOf(this)));
    },
    removePerson(this: Page, event) {
      this.changePeople(withoutPerson(formOf(this), Number(dataOf(event).key)));
    },
    pickLanguage(this: Page, event) {
      this.change(withLanguage(formOf(this), Number(event.detail.value)), 'language');
      this.setData(namesIn(formOf(this)));
    },
    pickKind(this: Page, event) {
      this.change(withKind(formOf(this), Number(event.detail.value)), 'kind');
      this.setData(namesIn(formOf(this)));
    },
    unfold(this: Page) {
      this.setData({ unfolded: !this.data.unfolded, fields: { ...formOf(this) } });
    },
    /** A class without a call number yet: the library's next one is proposed. */
    classTyped(this: Page) {
      const { clc, callNumber } = formOf(this);
      if (!this.data.editing && clc.trim() && !callNumber.trim()) void this.advise();
    },
    async advise(this: Page) {
      const { callNumber, hint, wrong } = await advised(formOf(this));
      if (wrong) {
        this.setData({ 'messages.clc': wrong });
        return;
      }
      const form = formOf(this);
      // First what is typed: only what differs from what stands in the data is drawn.
      this.setData({ numberHint: hint, 'fields.callNumber': form.callNumber });
      if (!callNumber) return;
      this.setData({ 'fields.callNumber': callNumber });
      this.change({ ...form, callNumber }, 'callNumber');
    },
    change(this: Page, form, field) {
      this.undrawn.editor = { ...this.undrawn.editor, form };
      if (this.data.messages[field]) this.setData({ [`messages.${field}`]: '' });
      this.keepSoon();
    },
    changePeople(this: Page, form) {
      this.undrawn.editor = { ...this.undrawn.editor, form };
      this.setData({ 'fields.people': form.people });
      this.keepSoon();
    },
  },
};
