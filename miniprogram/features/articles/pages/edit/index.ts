import type { ArticleWords, Column, DeskArticle, SearchHit } from '../../../../../typings/contract';
import type { Acted } from '../../../../lib/acts';
import { act, ask, type Outcome, type Output } from '../../../../lib/call';
import { open } from '../../../../lib/routes';
import { acts } from '../../../../lib/screen/acts';
import { none, one } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { gathers } from '../../../../lib/screen/gathers';
import { given } from '../../../../lib/screen/given';
import { screen } from '../../../../lib/screen/screen';
import { submits } from '../../../../lib/screen/submits';
import { wide } from '../../../../lib/screen/wide';
import { articleActs, type ArticleFacts } from '../../article-acts';
import { KINDS, filled } from '../../blocks';
import { stateOf } from '../../desk-view';
import { putPictures } from '../../putting-files';
import { previewArticle } from '../../routes';
import { writesBlocks } from '../../writing-part';

type Events = Output<'announcementDesk.choices'>['events'];
interface Gathered {
  article: DeskArticle | null;
  columns: Column[];
  clips: boolean;
  events: Events;
}

const EMPTY: ArticleWords = { columnId: '', title: '', lead: '', author: '', cover: '', blocks: [] };

/** An article is written here, block by block, and goes through its states. */
Page(
  screen(
    [wide, given('articleId'), gathers<Gathered>('opened'), submits(), acts(articleActs), writesBlocks],
    {
      data: {
        form: EMPTY,
        columns: none<Column>(),
        kinds: KINDS,
        events: none<Events[number]>(),
        version: 0,
        article: { state: stateOf('draft'), isNew: true, shown: false, published: false, hasDraft: false },
        /** The block that a book is looked for; -1: none. */
        finding: -1,
        found: none<SearchHit>(),
        bringing: false,
        notes: none<string>(),
        saved: one<'' | 'saved'>(''),
      },
      undrawn: () => ({ typed: EMPTY, html: '', wasTold: false, dirty: false }),
      onHide() {
        void this.leave();
      },
      onUnload() {
        void this.leave();
      },
      /** What was written is not lost because somebody went to look something up. */
      async leave() {
        if (this.undrawn.dirty && this.undrawn.typed.title.trim()) await this.save();
      },
      async gather(): Promise<Outcome<Gathered>> {
        const { articleId } = this.data;
        const [choices, listed, got] = await Promise.all([
          ask('announcementDesk.choices', {}),
          articleId ? null : ask('articleDesk.list', {}),
          articleId ? ask('articleDesk.get', { articleId }) : null,
        ]);
        if (choices.kind !== 'value') return choices;
        const beside = got ?? listed;
        if (!beside || beside.kind !== 'value') return beside ?? { kind: 'offline' };
        const { columns, clips } = beside.value;
        const article = got?.kind === 'value' ? got.value : null;
        return { ...choices, value: { article, columns, clips, events: choices.value.events } };
      },
      shown({ article, columns, clips, events }: Gathered) {
        const words = article?.words ?? { ...EMPTY, columnId: columns[0]?.columnId ?? '' };
        this.undrawn.typed = words;
        this.write(words.blocks);
        this.undrawn.dirty = false;
        const kinds = KINDS.filter(({ kind }) => kind !== 'clip' || clips);
        return { form: words, columns, kinds, events, ...this.standing(article) };
      },
      standing(article: DeskArticle | null) {
        this.undrawn.wasTold = article?.toldAt != null;
        const state = article?.state ?? 'draft';
        return {
          version: article?.version ?? 0,
          article: {
            state: stateOf(state),
            isNew: !article,
            shown: state === 'published' || state === 'scheduled',
            published: state !== 'draft',
            hasDraft: article?.hasDraft ?? false,
          },
        };
      },
      type(event: WechatMiniprogram.Input) {
        this.note({ [dataOf(event).name ?? '']: event.detail.value });
      },
      chooseColumn(event: WechatMiniprogram.TouchEvent) {
        const { id: columnId = '' } = dataOf(event);
        this.note({ columnId });
        this.setData({ 'form.columnId': columnId });
      },
      note(changed: Partial<ArticleWords>) {
        this.undrawn.typed = { ...this.undrawn.typed, ...changed };
        this.undrawn.dirty = true;
        if (this.data.saved) this.setData({ saved: '' });
      },
      async chooseCover() {
        const [cover] = await putPictures(1);
        if (!cover) return;
        this.note({ cover });
        this.setData({ 'form.cover': cover });
      },
      async save(): Promise<boolean> {
        const { articleId, version } = this.data;
        const { title, lead, author } = this.undrawn.typed;
        const words = {
          ...this.undrawn.typed,
          ...{ title: title.trim(), lead: lead.trim(), author: author.trim() },
          blocks: filled(this.blocksNow()),
        };
        this.undrawn.dirty = false;
        const done = await this.submit('save', '没有保存', () =>
          act('articleDesk.save', { articleId, version, words }),
        );
        if (!done) {
          this.undrawn.dirty = true;
          return false;
        }
        this.setData({ articleId: done.articleId, saved: 'saved', ...this.standing(done) });
        return true;
      },
      async saveDraft() {
        if (await this.save()) wx.showToast({ title: '已保存草稿', icon: 'none' });
      },
      async preview() {
        if (await this.save()) open(previewArticle(this.data.articleId));
      },
      facts(): ArticleFacts {
        const { articleId, version, article } = this.data;
        return { articleId, version, shown: article.shown, wasTold: this.undrawn.wasTold };
      },
      async begin(event: WechatMiniprogram.TouchEvent) {
        const { act: id = '' } = dataOf(event);
        if (id === 'publish' && this.undrawn.dirty && !(await this.save())) return;
        await this.start(id, this.facts());
      },
      async acted({ id }: Acted<ArticleFacts, typeof articleActs>) {
        this.undrawn.dirty = false;
        if (id === 'remove') wx.navigateBack();
        else await this.load();
      },
      findBook(event: WechatMiniprogram.TouchEvent) {
        this.setData({ finding: Number(dataOf(event).index), found: [] });
      },
      closeFind() {
        this.setData({ finding: -1 });
      },
      async find(event: WechatMiniprogram.InputConfirm) {
        const query = event.detail.value.trim();
        const outcome = query ? await ask('search.find', { query }) : undefined;
        if (outcome?.kind === 'value') this.setData({ found: outcome.value.list.slice(0, 10) });
      },
      takeBook(event: WechatMiniprogram.TouchEvent) {
        const { id: titleId = '' } = dataOf(event);
        this.putBlock(this.data.finding, { kind: 'book', titleId });
        this.closeFind();
      },
      takeEvent(event: WechatMiniprogram.PickerChange) {
        const eventId = this.data.events[Number(event.detail.value)]?.id ?? '';
        this.putBlock(Number(dataOf(event).index), { kind: 'event', eventId });
      },
      beginBringing() {
        this.setData({ bringing: true });
      },
      stopBringing() {
        this.setData({ bringing: false });
      },
      paste(event: WechatMiniprogram.Input) {
        this.undrawn.html = event.detail.value;
      },
      /** What stands here already stays in front of what is brought in. */
      async bringIn() {
        const { html } = this.undrawn;
        const found = await this.does('bring', () => act('articleDesk.bringIn', { html }));
        if (!found) return;
        const { title, author, blocks } = found.words;
        const { typed } = this.undrawn;
        this.note({ title: typed.title || title, author: typed.author || author });
        this.write([...filled(this.blocksNow()), ...blocks]);
        const notes = [
          ...(found.missing.length > 0 ? [`${found.missing.length} 张图片要另存后补上，位置都留好了`] : []),
          ...found.leftOut.map((what) => `没有带来：${what}`),
        ];
        this.setData({ bringing: false, notes, form: this.undrawn.typed });
      },
    },
  ),
);
