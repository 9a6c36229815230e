import type { Refusal, TitleRecord } from '../../../../../typings/contract';
import type { Answers } from '../../../../components/ask-sheet/fields';
import { asking, notAsking, type Asking } from '../../../../lib/asking';
import { act, ask, type Outcome } from '../../../../lib/call';
import { scanWithCamera } from '../../../../lib/camera';
import { signal, silence } from '../../../../lib/feedback';
import type { PageState } from '../../../../lib/load';
import { keepLook, lookNow } from '../../../../lib/look';
import { fenOf } from '../../../../lib/money';
import { languageName } from '../../../../lib/record-words';
import { refusalLines, type RefusalLine } from '../../../../lib/refusals';
import { fromQuery, open, routes } from '../../../../lib/routes';
import { libraryToday } from '../../../../lib/session';
import { headingOf, lines } from '../../../../lib/tell';
import { deskWidth } from '../../../../lib/width';
import {
  barcodeIn,
  copyFields,
  firstTemplate,
  placeText,
  rememberTemplate,
  templateIn,
  wrongBarcode,
  type Choices,
  type CopyTemplate,
} from '../../copy-template';
import { draftOf, dropDraft, keepDraft } from '../../drafts';
import { ROLES, kinds, languages, nameIn } from '../../form-choices';
import { alikeRows, knownText, said, sorted, type AlikeRow } from '../../form-view';
import {
  blankForm,
  checkForm,
  editedRecord,
  formOf,
  formOfDraft,
  inForm,
  messagesOf,
  rebased,
  recordOf,
  type FormMessages,
  type RecordForm,
} from '../../record-form';
import { cataloguingRoutes } from '../../routes';

/** Fields that are folded away until somebody wants them. */
const FOLDED: (keyof RecordForm)[] = ['subtitle', 'language', 'kind', 'subjects', 'summary'];
const MOST_COPIES = 20;
/** What is typed is kept on the device once the hand rests. */
const REST_MS = 400;

Page({
  data: {
    look: lookNow(),
    width: deskWidth(),
    state: { kind: 'loading' } as PageState,
    editing: false,
    /** What stands in the fields when they are drawn; what is typed stands in `form` of the page. */
    fields: blankForm(),
    roles: ROLES,
    languages,
    kinds,
    languageName: '',
    kindName: '',
    /** Where the first words come from. */
    known: '',
    restored: false,
    unfolded: false,
    messages: {} as FormMessages,
    numberHint: '',
    barcodes: [] as string[],
    place: '',
    scanWrong: '',
    turn: 0,
    alike: [] as AlikeRow[],
    /** The alike ones were found by the scan, before anything was typed. */
    alikeAtOnce: false,
    problem: [] as RefusalLine[],
    no: '',
    ask: notAsking as Asking,
    busy: false,
    done: null as { titleId: string; title: string; text: string; copies: number } | null,
  },
  /** What is typed, beside the data: echoing it disturbs the composing of characters. */
  form: blankForm(),
  key: '',
  code: '',
  titleId: '',
  seen: undefined as TitleRecord | undefined,
  besides: [] as string[],
  choices: undefined as Choices | undefined,
  template: undefined as CopyTemplate | undefined,
  resting: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.key = fromQuery(query, 'draft');
    this.code = fromQuery(query, 'code');
    this.titleId = fromQuery(query, 'titleId');
    if (this.key.startsWith('title:')) this.titleId = this.key.slice('title:'.length);
    this.setData({ editing: this.titleId !== '' });
    wx.setNavigationBarTitle({ title: this.titleId ? '改书目' : '新编书目' });
    void this.load();
  },
  onShow() {
    keepLook(this);
  },
  onUnload() {
    this.keepNow();
    silence();
  },
  onHide() {
    this.keepNow();
  },
  onResize() {
    this.setData({ width: deskWidth() });
  },

  async load() {
    this.setData({ state: { kind: 'loading' } });
    if (this.titleId) await this.loadTitle();
    else await this.loadNew();
  },
  async loadTitle() {
    this.key = `title:${this.titleId}`;
    const outcome = await ask('cataloguing.title', { titleId: this.titleId });
    if (outcome.kind !== 'value') return this.notLoaded(outcome);
    const kept = draftOf(this.key);
    this.seen = kept?.seen ?? outcome.value.record;
    this.fill(kept?.form ?? formOf(outcome.value.record), { restored: kept !== undefined });
  },
  async loadNew() {
    const choices = await ask('cataloguing.choices', {});
    if (choices.kind !== 'value') return this.notLoaded(choices);
    this.choices = choices.value;
    const key = this.key || this.code;
    const kept = key ? draftOf(key) : undefined;
    this.template = kept?.template ?? firstTemplate(choices.value);
    if (kept) {
      this.key = key;
      this.setData({ barcodes: kept.barcodes });
      return this.fill(kept.form, { restored: true });
    }
    if (!this.code) {
      this.key = `new:${Date.now()}`;
      return this.fill(blankForm(), {});
    }
    const found = await ask('cataloguing.lookUp', { code: this.code });
    if (found.kind !== 'value') return this.notLoaded(found);
    this.key = this.code;
    if (found.value.found === 'titles') {
      const alike = alikeRows(found.value.list);
      return this.fill({ ...blankForm(), isbns: this.code }, { alike, alikeAtOnce: true });
    }
    const { draft } = found.value;
    if (draft.barcode) this.setData({ barcodes: [draft.barcode] });
    this.fill(formOfDraft(draft), { known: knownText(draft) });
  },
  notLoaded(outcome: Exclude<Outcome<unknown>, { kind: 'value' }>) {
    const state: PageState =
      outcome.kind === 'refused'
        ? { kind: 'refused', lines: refusalLines(outcome.refusals) }
        : outcome.kind === 'offline'
          ? { kind: 'offline' }
          : { kind: 'failed', requestId: outcome.kind === 'failed' ? outcome.requestId : '' };
    this.setData({ state });
  },
  fill(form: RecordForm, more: Record<string, unknown>) {
    this.form = form;
    this.setData({
      ...more,
      fields: { ...form },
      ...this.named(),
      unfolded: FOLDED.some((field) => field !== 'language' && field !== 'kind' && form[field] !== ''),
      place: this.placed(),
      state: { kind: 'ready' },
    });
  },
  named() {
    return {
      languageName: languageName(this.form.language) || '不详',
      kindName: nameIn(kinds, this.form.kind),
    };
  },
  placed(): string {
    return this.choices && this.template ? placeText(this.template, this.choices) : '';
  },

  // typing
  type(event: WechatMiniprogram.Input) {
    const field = String(event.currentTarget.dataset.field) as Exclude<keyof RecordForm, 'people' | 'kind'>;
    this.form[field] = event.detail.value;
    this.touched(field);
  },
  typeName(event: WechatMiniprogram.Input) {
    const key = Number(event.currentTarget.dataset.key);
    this.form.people = this.form.people.map((each) =>
      each.key === key ? { ...each, name: event.detail.value } : each,
    );
    this.touched('people');
  },
  touched(field: string) {
    if (this.data.messages[field]) this.setData({ [`messages.${field}`]: '' });
    this.keepSoon();
  },
  pickRole(event: WechatMiniprogram.PickerChange) {
    const key = Number(event.currentTarget.dataset.key);
    const role = ROLES[Number(event.detail.value)] ?? '';
    this.changePeople(this.form.people.map((each) => (each.key === key ? { ...each, role } : each)));
  },
  addPerson() {
    const key = Math.max(0, ...this.form.people.map((each) => each.key)) + 1;
    this.changePeople([
      ...this.form.people,
      { key, name: '', role: this.form.people.length > 0 ? '译' : '著' },
    ]);
  },
  removePerson(event: WechatMiniprogram.TouchEvent) {
    const key = Number(event.currentTarget.dataset.key);
    this.changePeople(this.form.people.filter((each) => each.key !== key));
  },
  changePeople(people: RecordForm['people']) {
    this.form.people = people;
    this.setData({ 'fields.people': people });
    this.keepSoon();
  },
  pickLanguage(event: WechatMiniprogram.PickerChange) {
    this.form.language = languages[Number(event.detail.value)]?.id ?? '';
    this.setData({ ...this.named() });
    this.touched('language');
  },
  pickKind(event: WechatMiniprogram.PickerChange) {
    this.form.kind = (kinds[Number(event.detail.value)]?.id ?? 'book') as RecordForm['kind'];
    this.setData({ ...this.named() });
    this.touched('kind');
  },
  unfold() {
    this.setData({ unfolded: !this.data.unfolded, fields: { ...this.form } });
  },
  /** A class without a call number yet: the library's next one is proposed. */
  classTyped() {
    if (!this.data.editing && this.form.clc.trim() && !this.form.callNumber.trim()) void this.advise();
  },
  async advise() {
    const { clc, people } = this.form;
    if (!clc.trim()) return this.setData({ 'messages.clc': '先填分类号，才能建议索书号' });
    const outcome = await ask('cataloguing.callNumber', {
      clc: clc.trim().toUpperCase(),
      author: (people[0]?.name ?? '').trim(),
    });
    if (outcome.kind === 'invalid') return this.setData({ 'messages.clc': outcome.fields[0]?.message ?? '' });
    if (outcome.kind !== 'value') return this.setData({ numberHint: '没有取到建议，可以直接填写' });
    const { callNumber, habit, last } = outcome.value;
    if (!callNumber) return this.setData({ numberHint: '本馆这一类没有可以接续的号，请直接填写' });
    this.setData({
      'fields.callNumber': this.form.callNumber,
      numberHint:
        habit === 'author_mark'
          ? '与同一作者的书相同'
          : last
            ? `这一类已用到 ${last} 号`
            : '这一类的第一个号',
    });
    this.form.callNumber = callNumber;
    this.setData({ 'fields.callNumber': callNumber, 'messages.callNumber': '' });
    this.keepSoon();
  },

  // copies
  scanned(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.addBarcode(event.detail.code);
  },
  async camera() {
    const code = await scanWithCamera();
    if (code) this.addBarcode(code);
    this.setData({ turn: this.data.turn + 1 });
  },
  addBarcode(code: string) {
    const barcode = barcodeIn(code);
    const { barcodes } = this.data;
    const full = barcodes.length >= MOST_COPIES ? `先保存这 ${MOST_COPIES} 册，再接着加` : '';
    const scanWrong = full || wrongBarcode(barcode, barcodes);
    signal(scanWrong ? 'refused' : 'done');
    this.setData(scanWrong ? { scanWrong } : { scanWrong: '', barcodes: [...barcodes, barcode] });
    this.keepSoon();
  },
  dropBarcode(event: WechatMiniprogram.TouchEvent) {
    const at = Number(event.currentTarget.dataset.at);
    this.setData({ barcodes: this.data.barcodes.filter((_, n) => n !== at), messages: {}, scanWrong: '' });
    this.keepSoon();
  },
  askPlace() {
    if (!this.choices || !this.template) return;
    // The price stands in the form: it is the book's, as it is printed.
    const fields = copyFields(this.template, this.choices, false).filter(({ name }) => name !== 'price');
    this.setData({ ask: asking('place', { heading: '这几册放在哪里', fields, confirm: '确定' }) });
  },
  closeAsk() {
    this.setData({ 'ask.visible': false, turn: this.data.turn + 1 });
  },
  answered(event: WechatMiniprogram.CustomEvent<{ answers: Answers }>) {
    this.template = templateIn(event.detail.answers);
    this.setData({ place: this.placed(), 'ask.visible': false, turn: this.data.turn + 1 });
    this.keepSoon();
  },

  // keeping
  keepSoon() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.keepNow(), REST_MS);
  },
  keepNow() {
    clearTimeout(this.resting);
    if (this.resting === 0 || this.data.done) return;
    this.resting = 0;
    const kept = keepDraft({
      key: this.key,
      form: this.form,
      barcodes: this.data.barcodes,
      at: Date.now(),
      ...(this.template && { template: this.template }),
      ...(this.seen && { seen: this.seen }),
    });
    if (!kept) wx.showToast({ title: '手机空间不足，离开前请先保存', icon: 'none' });
  },
  startOver() {
    clearTimeout(this.resting);
    this.resting = 0;
    dropDraft(this.key);
    if (this.key.startsWith('new:')) this.key = '';
    this.seen = undefined;
    this.setData({ restored: false, barcodes: [], messages: {}, alike: [], problem: [] });
    void this.load();
  },

  // saving
  async save() {
    if (this.data.busy) return;
    const messages = checkForm(this.form, Number(libraryToday().slice(0, 4)));
    this.setData({ messages, problem: [], alike: [] });
    if (Object.keys(messages).length > 0) return this.showWrong(messages);
    this.setData({ busy: true });
    await (this.seen ? this.saveChange(this.seen) : this.saveNew());
    this.setData({ busy: false });
  },
  async saveNew() {
    const { template } = this;
    if (!template) return;
    const price = fenOf(this.form.price) ?? 0;
    const copies = this.data.barcodes.map((barcode) => ({ ...template, price, barcode }));
    const outcome = await act('cataloguing.addTitle', {
      record: recordOf(this.form),
      copies,
      besides: this.besides,
    });
    if (outcome.kind !== 'value') return this.notSaved(outcome);
    rememberTemplate(template);
    const { titleId, title } = outcome.value;
    this.saved(
      titleId,
      title.title,
      copies.length > 0 ? `复本 ${copies.length} 册，现在就能检索到` : '现在就能检索到，还没有复本',
    );
  },
  async saveChange(seen: TitleRecord) {
    const { titleId, besides } = this;
    const record = editedRecord(this.form, seen);
    const outcome = await act('cataloguing.changeTitle', { titleId, seen, record, besides });
    if (outcome.kind !== 'value') return this.notSaved(outcome);
    // The timer does it too; asked for now, the desks see the new name at once.
    if (outcome.value.copiesBehind) await ask('cataloguing.refreshCopies', { titleId });
    this.saved(titleId, outcome.value.record.title, '已保存');
  },
  saved(titleId: string, title: string, text: string) {
    clearTimeout(this.resting);
    dropDraft(this.key);
    signal('done');
    this.setData({ done: { titleId, title, text, copies: this.data.barcodes.length }, restored: false });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  notSaved(outcome: Exclude<Outcome<unknown>, { kind: 'value' }>) {
    if (outcome.kind === 'refused') return this.refused(outcome.refusals);
    const messages = outcome.kind === 'invalid' ? messagesOf(outcome.fields) : {};
    if (Object.keys(messages).length > 0) return this.showWrong(messages);
    this.setData({ problem: lines(outcome) ?? [], no: headingOf(outcome, '没有保存') });
  },
  refused(refusals: Refusal[]) {
    const { alike, conflicts, taken, cards, others } = sorted(refusals);
    const messages: FormMessages = {};
    const note = (barcode: string, text: string) => {
      messages[`copy${this.data.barcodes.indexOf(barcode)}`] = text;
    };
    for (const { barcode, title } of taken) note(barcode, `已用在《${title}》上`);
    for (const { barcode } of cards) note(barcode, '这是读者证号');
    this.setData({
      alike: alikeRows(alike),
      alikeAtOnce: false,
      problem: refusalLines(others),
      no: '没有保存',
    });
    if (conflicts.length > 0) void this.meetConflict(conflicts);
    else if (Object.keys(messages).length > 0) this.showWrong(messages);
    else wx.pageScrollTo({ scrollTop: 0, duration: 200 });
  },
  /** Others changed the same fields: theirs is shown beside mine, and saving again is a decision. */
  async meetConflict(fields: (keyof TitleRecord)[]) {
    const outcome = await ask('cataloguing.title', { titleId: this.titleId });
    if (outcome.kind !== 'value' || !this.seen) {
      return this.setData({ problem: lines(outcome) ?? [], no: '没有保存' });
    }
    const latest = outcome.value.record;
    this.fill(formOf(rebased(editedRecord(this.form, this.seen), this.seen, latest)), {});
    this.seen = latest;
    this.keepSoon();
    const messages = fields.map((field) => [inForm(field), `同事刚刚改为：${said(latest, field) || '空'}`]);
    this.setData({
      problem: [
        {
          code: 'title_changed',
          text: '同事刚刚也改了这条书目。',
          next: '下面标出了对方的内容；再点一次保存，以您的为准。',
        },
      ],
      no: '没有保存',
    });
    this.showWrong(Object.fromEntries(messages) as FormMessages);
  },
  showWrong(messages: FormMessages) {
    const unfolded = this.data.unfolded || FOLDED.some((field) => messages[field]);
    if (unfolded !== this.data.unfolded) this.setData({ fields: { ...this.form } });
    this.setData({ messages, unfolded });
    const [first] = ORDER.filter((field) => messages[field]);
    if (first) wx.nextTick(() => wx.pageScrollTo({ selector: `#${first}`, offsetTop: -80, duration: 200 }));
  },
  addNevertheless() {
    this.besides = [...this.besides, ...this.data.alike.map(({ titleId }) => titleId)];
    this.setData({ alike: [] });
    if (!this.data.alikeAtOnce) void this.save();
  },

  // going on
  openTitle(event: WechatMiniprogram.TouchEvent) {
    open(routes.title(String(event.currentTarget.dataset.id)));
  },
  openCopies(event: WechatMiniprogram.TouchEvent) {
    open(cataloguingRoutes.copies(String(event.currentTarget.dataset.id)));
  },
  next() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else wx.redirectTo({ url: routes.cataloguing });
  },
});

/** Fields from top to bottom: the first that is wrong is brought into sight. */
const ORDER = [
  'title',
  'people',
  'publisher',
  'year',
  'isbns',
  'price',
  'clc',
  'callNumber',
  ...FOLDED,
  ...Array.from({ length: MOST_COPIES }, (_, n) => `copy${n}`),
  'copies',
];
