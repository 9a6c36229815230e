import { draw, heightOfPicture, PICTURE_WIDTH, type Pen, type Picture } from '../../lib/picture';

interface Drawn {
  node: WechatMiniprogram.Canvas;
}

/** Shows a picture that is drawn on this phone, to be sent on or kept. Event `close`. */
Component({
  properties: {
    picture: { type: Object, value: null as unknown as Picture | null },
    heading: { type: String, value: '' },
  },
  data: { ratio: 1.3, file: '', failed: false },
  observers: {
    picture(picture: Picture | null) {
      this.setData({ file: '', failed: false });
      if (picture) wx.nextTick(() => this.draw(picture));
    },
  },
  methods: {
    draw(picture: Picture) {
      this.createSelectorQuery()
        .select('#picture')
        .node()
        .exec(([found]: (Drawn | null)[]) => {
          if (found) this.drawOn(found.node, picture);
        });
    },
    drawOn(canvas: WechatMiniprogram.Canvas, picture: Picture) {
      const pen = canvas.getContext('2d') as Pen;
      const height = heightOfPicture(pen, picture);
      canvas.width = PICTURE_WIDTH;
      canvas.height = height;
      draw(pen, picture);
      this.setData({ ratio: height / PICTURE_WIDTH });
      wx.canvasToTempFilePath({
        canvas,
        success: ({ tempFilePath }) => this.setData({ file: tempFilePath }),
        fail: () => this.setData({ failed: true }),
      });
    },
    /** WeChat's own menu sends it to a friend, keeps it, or saves it to the phone. */
    share() {
      const { file } = this.data;
      if (!file) return;
      if (wx.canIUse('showShareImageMenu')) wx.showShareImageMenu({ path: file, fail: () => undefined });
      else wx.previewImage({ urls: [file] });
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
