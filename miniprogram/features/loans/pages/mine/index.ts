import { keepLook, lookNow } from '../../../../lib/look';

Page({
  data: { look: lookNow() },
  onShow() {
    keepLook(this);
  },
});
