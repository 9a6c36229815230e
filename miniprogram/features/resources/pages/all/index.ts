import type { ResourceCard } from '../../../../../typings/contract';
import type { Output } from '../../../../lib/call';
import { open, routes } from '../../../../lib/routes';
import { none } from '../../../../lib/screen/empty';
import { dataOf } from '../../../../lib/screen/event';
import { loads } from '../../../../lib/screen/loads';
import { screen } from '../../../../lib/screen/screen';
import { wide } from '../../../../lib/screen/wide';
import { groupsOf, subjectsOf, type ResourceGroup } from '../../resource-view';

Page(
  screen([wide, loads('resources.list', undefined, { keep: true })], {
    data: {
      groups: none<ResourceGroup>(),
      subjects: none<string>(),
      subject: '',
      words: '',
      total: 0,
    },
    /** All of them: what is on the screen is found among these. */
    undrawn: () => ({ all: none<ResourceCard>() }),
    onShareAppMessage() {
      return { title: '图书馆的数据库与特色馆藏', path: routes.resources };
    },
    shown({ list }: Output<'resources.list'>) {
      this.undrawn.all = list;
      const { words, subject } = this.data;
      return { total: list.length, subjects: subjectsOf(list), groups: groupsOf(list, words, subject) };
    },
    type(event: WechatMiniprogram.Input) {
      this.find(event.detail.value, this.data.subject);
    },
    clear() {
      this.find('', '');
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      const { subject = '' } = dataOf(event);
      this.find(this.data.words, subject === this.data.subject ? '' : subject);
    },
    find(words: string, subject: string) {
      this.setData({ words, subject, groups: groupsOf(this.undrawn.all, words, subject) });
    },
    openOne(event: WechatMiniprogram.TouchEvent) {
      open(routes.resource(dataOf(event).id ?? ''));
    },
  }),
);
