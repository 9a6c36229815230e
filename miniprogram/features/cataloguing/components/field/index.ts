/** A field of a form: its name above, what is typed in the slot, a remark or a hint below. */
Component({
  properties: {
    label: { type: String, value: '' },
    required: { type: Boolean, value: false },
    /** What is wrong; stands in place of the hint. */
    wrong: { type: String, value: '' },
    hint: { type: String, value: '' },
    /** Without a frame, for what brings its own. */
    bare: { type: Boolean, value: false },
  },
});
