/** Speeds that the platform's player has. */
export const SPEEDS = [1, 1.25, 1.5, 2, 0.75].map((rate) => ({
  rate,
  text: rate === 1 ? '倍速' : `${rate} 倍`,
}));

let agreed = false;

/**
 * Whether a film may be loaded now: over a mobile network whoever watches is asked once in a visit, as they
 * pay for it.
 */
export async function mayLoad(): Promise<boolean> {
  if (agreed) return true;
  const { networkType } = await wx.getNetworkType();
  if (networkType === 'wifi' || networkType === 'none') return true;
  const { confirm } = await wx.showModal({
    title: '正在使用移动网络',
    content: '继续播放会用手机流量。',
    confirmText: '继续播放',
    cancelText: '先不看',
  });
  agreed = confirm;
  return confirm;
}
