import { act } from '../../lib/call';
import { tell } from '../../lib/tell';
import { offerMessages } from '../../lib/subscribe';

/**
 * Follows a column or no longer; call it in the handler of a tap, since WeChat is asked for leave to tell at
 * that moment. Resolves to whether it is followed now; undefined: nothing changed.
 */
export async function followColumn(columnId: string, on: boolean): Promise<boolean | undefined> {
  const accepted = on ? await offerMessages(['article']) : [];
  const outcome = await act('articles.follow', { columnId, on });
  const done = on ? (accepted.length > 0 ? '已关注，有新文章提醒您' : '已关注') : '不再关注';
  if (!tell(outcome)) return undefined;
  wx.showToast({ title: done, icon: 'none' });
  return outcome.value.follows;
}
