/** From this width on there is room for two columns, and a keyboard rather than a thumb. */
const WIDE = 800;

/** A class of the page root: "wide" in WeChat on a desktop or a tablet. Asked on show and in onResize. */
export function deskWidth(): '' | 'wide' {
  return wx.getWindowInfo().windowWidth >= WIDE ? 'wide' : '';
}
