import type { NoticeTopic, UnreleasedBuild } from '../../typings/contract';
import { act, ask } from './call';

let templates: { topic: NoticeTopic; templateId: string }[] | undefined;

/**
 * Call when a page opens that may offer messages later: the sheet must follow a tap directly, with no call in
 * between.
 */
export async function prepareMessages(): Promise<void> {
  if (templates) return;
  const outcome = await ask('notices.templates', {});
  if (outcome.kind === 'value') templates = outcome.value.list;
}

/**
 * Shows WeChat's sheet for these topics; call it in the handler of a tap. Resolves to the topics that were
 * accepted. It never stands in the way: no template, a refusal or an error all give an empty list.
 */
export async function offerMessages(topics: NoticeTopic[]): Promise<NoticeTopic[]> {
  // At most five templates in one sheet; one-time ids only, as the library has no long-term ones.
  const wanted = (templates ?? []).filter(({ topic }) => topics.includes(topic)).slice(0, 5);
  if (wanted.length === 0) return [];
  const chosen = await sheet(wanted.map(({ templateId }) => templateId));
  const accepted = wanted
    .filter(({ templateId }) => chosen[templateId] === 'accept')
    .map(({ topic }) => topic);
  if (accepted.length > 0) await act('notices.grant', { topics: accepted, ...buildHere() });
  return accepted;
}

/** Messages allowed in a build that is not released must open that one. */
function buildHere(): { build?: UnreleasedBuild } {
  const { envVersion } = wx.getAccountInfoSync().miniProgram;
  if (envVersion === 'release') return {};
  return { build: envVersion === 'trial' ? 'trial' : 'developer' };
}

function sheet(tmplIds: string[]): Promise<Record<string, string>> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (result) => resolve(result as unknown as Record<string, string>),
      // 20004: messages are switched off for the whole mini program. The inbox has everything all the same.
      fail: () => resolve({}),
    });
  });
}
