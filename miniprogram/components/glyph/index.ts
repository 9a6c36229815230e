/** An icon in the colour of the text around it; the size follows the token or `size` (a CSS length). */
Component({
  properties: {
    name: { type: String, value: '' },
    size: { type: String, value: '' },
    /** Said by a screen reader; without it the icon is decoration. */
    label: { type: String, value: '' },
  },
});
